import { findDependencies, type Dependency } from "../dependencies.js";
import { NOTHING_TO_DO, type Check } from "../check.js";
import { counted, list, percent } from "../words.js";

/** Features that are functions of others; both ways means the same variable twice. */
export const functionalDependencies: Check = {
  id: "functional-dependencies",
  group: "leakage",
  question: "Which features are functions of others?",
  needs: ["table"],
  thresholds: { error: 0.01, dependent: 0 },
  condition: ({ error, dependent }) =>
    `${dependent} features at most that one or two others tell (exactly, or with up to ` +
    `${percent(error)} of the rows astray)`,
  run(data, { error, dependent }) {
    const found = findDependencies(data, error);
    const names = data.table.features.names;
    const told = names.filter((name) => found.some((dependency) => dependency.dependent === name));
    const twice = sameVariables(found);
    const extra = told.length;
    const free = data.profiles
      .filter(({ name, distinct }) => distinct > 1 && !told.includes(name))
      .map(({ name }) => name);
    return {
      verdict: extra > dependent ? "warn" : "pass",
      value: extra,
      evidence:
        extra === 0
          ? `No feature of ${names.length} is a function of one or two others.`
          : `${counted(extra, "feature")} of ${names.length} ` +
            `${extra === 1 ? "is a function" : "are functions"} of one or two others` +
            (twice.length > 0
              ? "; the same variable under several names: " +
                list(twice.map((group) => group.join(" = ")))
              : "") +
            "; " +
            (free.length > 0
              ? `only ${list(free, 6)} ${free.length === 1 ? "is" : "are"} told by no other`
              : "every feature that varies is told by others") +
            ".",
      advice:
        extra === 0
          ? NOTHING_TO_DO
          : "Count the features that bring something of their own, and judge importance by " +
            "groups of features that are functions of each other, never copy by copy.",
      offenders: found.map((dependency) => ({
        label: `${dependency.determinants.join(" + ")} -> ${dependency.dependent}`,
        count: Math.round(dependency.error * data.table.features.rowCount),
      })),
      table: {
        columns: [
          { key: "determinants", title: "known", format: "text" },
          { key: "dependent", title: "tells", format: "text" },
          { key: "error", title: "rows astray", format: "share" },
        ],
        rows: found.map((dependency) => ({
          determinants: dependency.determinants.join(" + "),
          dependent: dependency.dependent,
          error: dependency.error,
        })),
      },
    };
  },
};

/** Groups of features that tell each other. */
function sameVariables(found: readonly Dependency[]): string[][] {
  const single = found.filter(({ determinants }) => determinants.length === 1);
  const mutual = (a: string, b: string): boolean =>
    single.some((d) => d.determinants[0] === a && d.dependent === b) &&
    single.some((d) => d.determinants[0] === b && d.dependent === a);
  const names = [...new Set(single.map(({ dependent }) => dependent))];
  const groups: string[][] = [];
  for (const name of names) {
    const group = groups.find(([first]) => mutual(first, name));
    if (group) group.push(name);
    else groups.push([name]);
  }
  return groups.filter((group) => group.length > 1);
}
