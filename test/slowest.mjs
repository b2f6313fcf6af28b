// A reporter for Node's test runner, beside the one that is read: the ten files of tests that took
// longest, by the sum of their tests, at the end.
import path from "node:path";

const SHOWN = 10;

export default async function* slowest(events) {
  const secondsOf = new Map();
  for await (const { type, data } of events) {
    if ((type !== "test:pass" && type !== "test:fail") || data.nesting > 0 || !data.file) continue;
    // Node before 22 reports a file beside its tests.
    if (data.name.endsWith(".js")) continue;
    const file = path
      .relative(process.cwd(), data.file)
      .replace(/\.js$/, ".ts")
      .replace("dist/", "");
    const seconds = (data.details.duration_ms ?? 0) / 1000;
    secondsOf.set(file, (secondsOf.get(file) ?? 0) + seconds);
  }
  const ranked = [...secondsOf].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  yield "The slowest files, in seconds of their tests:\n";
  for (const [file, seconds] of ranked) yield `${seconds.toFixed(1).padStart(8)}  ${file}\n`;
}
