import { FEEDBACK_FIELDS } from "../../requests/index.js";
import { notApplicable, NOTHING_TO_DO, type Check } from "../check.js";
import { feedbackByRule } from "../feedback-by-rule.js";
import { count, counted, list, number, percent } from "../words.js";

/**
 * Features of the set `feedback` against the logs: each is computed again from what was over
 * strictly before the send. One that holds an answer which came at the send or after it (the
 * request's own above all) says something else. A value that is missing knows less, which is no
 * fault.
 */
export const feedbackAfterSend: Check = {
  id: "feedback-after-send",
  group: "leakage",
  question: "Does feedback rest on answers that came before the send, and on no others?",
  needs: ["requests", "table"],
  thresholds: { rows: 0, tolerance: 0.001 },
  condition: ({ rows, tolerance }) =>
    `${counted(rows, "row")} at most off what the logs held before the send by more than ` +
    percent(tolerance),
  run({ requests, table: { features }, input: { requestRow } }, { rows, tolerance }) {
    const fields = FEEDBACK_FIELDS.filter(({ name }) => features.names.includes(name));
    if (fields.length === 0 || requestRow === null)
      return notApplicable('The features hold none of the set "feedback".');
    const rule = feedbackByRule(requests);
    const rowsOff = new Uint8Array(features.rowCount);
    let first = "";
    const offenders = fields.flatMap(({ name, unit }) => {
      const column = features.columns[features.names.indexOf(name)];
      let off = 0;
      for (let row = 0; row < features.rowCount; row++) {
        if (Number.isNaN(column[row])) continue;
        const before = rule[name](requestRow[row]);
        if (Math.abs(column[row] - before) <= tolerance * Math.abs(before) + ROUNDING) continue;
        off++;
        rowsOff[row] = 1;
        if (first === "")
          first =
            `row ${count(row + 1)}: ${name} is ${number(column[row])} ${unit}, the logs held ` +
            (Number.isNaN(before) ? "no such answer" : `${number(before)} ${unit}`);
      }
      return off > 0 ? [{ label: name, count: off }] : [];
    });
    const off = rowsOff.reduce((sum, one) => sum + one, 0);
    const looked = `${counted(fields.length, "feature")} of ${counted(features.rowCount, "row")}`;
    return {
      verdict: off > rows ? "fail" : "pass",
      value: off,
      evidence:
        off === 0
          ? `${looked} are what the logs held strictly before the send.`
          : `Of ${looked}, ${counted(off, "row")} hold something else than what came strictly ` +
            `before the send (${first}).`,
      advice:
        off > rows
          ? `Take ${list(
              offenders.map(({ label }) => label),
              8,
            )} out, or compute them from answers that came before the send.`
          : NOTHING_TO_DO,
      offenders,
    };
  },
};

/** Sums of times that went leave so much behind. */
const ROUNDING = 1e-6;
