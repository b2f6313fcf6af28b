import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { median } from "../../statistics/index.js";
import { count, list, number, percent } from "../words.js";

/** A body's wrapping, KiB: this much more than the target is no other size. */
const WRAPPING_KB = 0.1;

/** Payload sizes that were asked for against those that were sent. */
export const payloadActual: Check = {
  id: "payload-actual",
  group: "consistency",
  question: "Were the payload sizes sent that were asked for?",
  needs: ["requests"],
  thresholds: { tolerance: 0.05, warn: 0, fail: 0.01 },
  condition: ({ tolerance, fail }) =>
    `no request more than ${percent(tolerance)} (and ${WRAPPING_KB} KiB) off its target ` +
    `(fail: ${percent(fail)} of them)`,
  run({ requests }, { tolerance, warn, fail }) {
    const { targetPayloadKb: target, actualPayloadKb: actual } = requests;
    const off = new Map<number, number[]>();
    let both = 0;
    let differing = 0;
    for (let row = 0; row < requests.rowCount; row++) {
      if (Number.isNaN(target[row]) || Number.isNaN(actual[row])) continue;
      both++;
      if (Math.abs(actual[row] - target[row]) <= Math.max(WRAPPING_KB, tolerance * target[row]))
        continue;
      differing++;
      const seen = off.get(target[row]);
      if (seen) seen.push(actual[row]);
      else off.set(target[row], [actual[row]]);
    }
    if (both === 0)
      return notApplicable(
        "No request logs both its target and its actual size.",
        "Log both sizes.",
      );
    const sizes = [...off]
      .map(([kb, actuals]) => ({
        target: kb,
        actual: median(actuals),
        requests: actuals.length,
        ratio: median(actuals) / kb,
      }))
      .sort((a, b) => b.requests - a.requests);
    const base64 = sizes.some(({ ratio }) => Math.abs(ratio - 4 / 3) < 0.03);
    return {
      verdict: judgeSteps(differing / both, warn, fail),
      value: differing / both,
      evidence:
        `${count(differing)} of ${count(both)} requests were sent at another size than asked` +
        (sizes.length > 0
          ? ": " +
            list(
              sizes.map(
                (size) =>
                  `${number(size.actual)} KiB for ${number(size.target)} (${count(size.requests)})`,
              ),
            )
          : "") +
        ".",
      advice:
        differing === 0
          ? NOTHING_TO_DO
          : base64
            ? "Use the actual size as the feature: a body grows by a third when it is written " +
              "as base64."
            : "Use the actual size as the feature, and find out what changed the bodies on " +
              "their way.",
      offenders: sizes.map((size) => ({
        label: `${number(size.target)} KiB`,
        count: size.requests,
      })),
      table: {
        columns: [
          { key: "target", title: "asked (KiB)", format: "number" },
          { key: "actual", title: "sent (KiB, median)", format: "number" },
          { key: "ratio", title: "ratio", format: "number" },
          { key: "requests", title: "requests", format: "count" },
        ],
        rows: sizes,
      },
    };
  },
};
