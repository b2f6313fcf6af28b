import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";

/** Where a file of a load generator is no log of requests, the sentence that says so. */
const FOREIGN: readonly { isOne(name: string, head: string): boolean; sentence: string }[] = [
  {
    isOne: (name, head) =>
      name.endsWith(".json") && /"aggregate"\s*:/.test(head) && /"counters"\s*:/.test(head),
    sentence:
      "it is Artillery's report, which holds aggregates (counters and quantiles of all requests " +
      "together): in them is nothing to learn; have each request logged (artillery-tests/ does)",
  },
  {
    isOne: (name, head) =>
      name.endsWith(".csv") && /^"?Type"?,"?Name"?,"?Request Count"?,/.test(head),
    sentence:
      "it is Locust's table of statistics, which holds aggregates: in them is nothing to learn; " +
      "have each request logged",
  },
  {
    isOne: (name, head) =>
      name.endsWith(".csv") && /^"?Timestamp"?,"?User Count"?,"?Type"?,"?Name"?,/.test(head),
    sentence:
      "it is Locust's history of statistics, which holds aggregates: in them is nothing to " +
      "learn; have each request logged",
  },
];

const SHOWN_NAMES = 3;
/** Artillery's report names its aggregate first. */
const HEAD_BYTES = 4096;

/** A sentence on a file that a load generator wrote and no request can be read from; else null. */
export function foreignFormat(file: string): string | null {
  if (!/\.(json|csv)$/.test(file)) return null;
  const head = headOf(file);
  return FOREIGN.find(({ isOne }) => isOne(file, head))?.sentence ?? null;
}

/** What a folder without logs holds, and what to do about it. */
export function whatIsThere(root: string, others: readonly string[]): string {
  if (others.length === 0) return "name the folder that holds the logs";
  const shown = others.slice(0, SHOWN_NAMES).join(", ");
  const more = others.length > SHOWN_NAMES ? ` and ${others.length - SHOWN_NAMES} more` : "";
  const foreign = others.slice(0, SHOWN_NAMES).flatMap((name) => {
    const sentence = foreignFormat(path.join(root, name));
    return sentence === null ? [] : [`${name}: ${sentence}`];
  });
  return [
    `found ${shown}${more}; this tool reads JSON lines, one request each: see README, Logs`,
    ...foreign,
  ].join(". ");
}

function headOf(file: string): string {
  const handle = openSync(file, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.toString("utf8", 0, readSync(handle, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
