import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Ids of the whole lines in the logs below a folder, each of which must stand there once. */
export function idsIn(folder: string): Set<string> {
  const ids = new Set<string>();
  if (!existsSync(folder)) return ids;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".jsonl"),
  )) {
    const text = readFileSync(path.join(folder, name), "utf8");
    for (const line of text
      .slice(0, text.lastIndexOf("\n") + 1)
      .split("\n")
      .filter(Boolean)) {
      const { request_id: id } = JSON.parse(line) as { request_id: string };
      assert.equal(ids.has(id), false, `${id} has two rows`);
      ids.add(id);
    }
  }
  return ids;
}
