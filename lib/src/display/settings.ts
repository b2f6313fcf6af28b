import type { Settings } from "../settings/index.js";
import { showText } from "./show.js";
import { showTable } from "./table.js";

/**
 * What a run was told of its study, and what differs from the usual: the first thing a notebook
 * shows. Values come from a file or the command line, and are shown as they were stated.
 */
export function showSettings({ settings, seed }: { settings: Settings; seed: number }): void {
  const { options } = settings;
  if (options.length === 0)
    return showText(`Every option is the usual one; the seed is ${seed} (\`study schema\`).`);
  const rows = options.map(({ option, value, usual, from }) => ({
    option,
    value: inWords(value),
    usual: usual === null ? usually(option) : inWords(usual),
    from,
  }));
  showTable(rows, {
    columns: "option | value::here | usual::usually | from::stated in",
    caption: `What was stated of this study; seed ${seed}, and every other option is the usual one`,
    maxRows: Infinity,
  });
  if (settings.stated.features?.includes("feedback")) showText(OF_FEEDBACK);
}

const OF_FEEDBACK =
  "The models read feedback: requests in flight and recent answers, of both platforms, as the " +
  "client of this campaign saw them. A router that sends each request to one platform sees that " +
  "one alone and changes what it sees, so that what a model is worth here is no promise for it.";

/** What holds where an option without a value of its own is not stated. */
function usually(option: string): string {
  if (option.startsWith("logs.columns.")) return "its own name";
  if (option.startsWith("logs.")) return "as the logs tell";
  return option.startsWith("workloads.") ? "not known" : "by the requests or the scheme";
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  if (typeof value === "object" && value !== null && "name" in value) {
    const { name, from, to } = value as { name: string; from?: number; to?: number };
    return from === undefined ? name : `${name} ${from}-${to} h`;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
