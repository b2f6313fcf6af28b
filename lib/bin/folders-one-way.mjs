// The rule of the house for lib/src, as a lint rule: a folder is entered by its index.ts only, and
// imports only from folders that come before it in this list. Data flow the same way.
import path from "node:path";

/** The folders of lib/src, each before those that may import it. */
export const FLOORS = [
  "statistics",
  "files",
  "campaign",
  "s3",
  "requests",
  "labels",
  "platforms",
  "local-platforms",
  "collect",
  "features",
  "attainability",
  "audit",
  "models",
  "explain",
  "routing",
  "what-if",
  "preflight",
  "design",
  "settings",
  "display",
  "artefacts",
  "preregistration",
  "verdict",
  "checklists",
  "runner",
  "report",
  "exports",
  "commands",
];

export const foldersOneWay = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const parts = context.filename.split(path.sep);
    const at = parts.lastIndexOf("src");
    if (at < 1 || parts[at - 1] !== "lib") return {};
    const [folder] = parts.slice(at + 1);
    const source = parts.slice(0, at + 1).join("/");
    return {
      "ImportDeclaration, ExportNamedDeclaration[source], ExportAllDeclaration"(node) {
        const target = node.source.value;
        if (!target.startsWith(".")) return;
        const file = path.posix.join(parts.slice(0, -1).join("/"), target);
        const [room, ...rest] = path.posix.relative(source, file).split("/");
        if (room === folder) return;
        const floor = FLOORS.indexOf(room);
        if (floor < 0) {
          context.report({
            node,
            message: `${room} is not in the list of folders (lib/bin/folders-one-way.mjs)`,
          });
        } else if (floor > FLOORS.indexOf(folder)) {
          context.report({
            node,
            message: `${folder} comes before ${room} and must not import it`,
          });
        } else if (rest.join("/") !== "index.js") {
          context.report({ node, message: `${room} is entered by its index.js only` });
        }
      },
    };
  },
};
