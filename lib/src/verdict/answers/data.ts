import type { Answer } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, count, notRun } from "../words.js";

/** Which kind of data, how many rows, of which days. */
export function dataAnswer(run: RunArtefacts): Answer {
  const { audit, labelling } = run;
  if (audit === null) return notRun("data", NOTEBOOKS.audit, run);
  const { kind, local, rows, quarantined, dates } = audit;
  const labelled = labelling === null ? "" : `; ${count(labelling.labelled)} of them have a label`;
  const aside = quarantined === 0 ? "" : `, and ${count(quarantined)} lines could not be read`;
  const asked = `${count(rows)} requests${!dates ? "" : ` ${datesInWords(dates)}`}`;
  const text =
    kind === "simulated"
      ? `Simulated: ${asked}, made by the study's simulator; no platform was measured`
      : local
        ? `Real times, but of this machine's stand-ins for both platforms, not of AWS: ${asked}`
        : `Real measurements: ${asked}`;
  const state = rows === 0 ? "bad" : kind === "simulated" || local ? "mixed" : "told";
  return answer("data", NOTEBOOKS.audit, state, `${text}${aside}${labelled}`);
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "of 22 November 2025 (UTC)", "from 22 to 23 November 2025 (UTC)" */
export function datesInWords({ from, to }: { from: string; to: string }): string {
  const [first, last] = [from, to].map((iso) => {
    const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
    return { day: String(day), month: ` ${MONTHS[month - 1]}`, year: ` ${year}` };
  });
  const whole = last.day + last.month + last.year;
  if (from.slice(0, 10) === to.slice(0, 10)) return `of ${whole} (UTC)`;
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const start = first.day + (sameMonth ? "" : first.month) + (sameYear ? "" : first.year);
  return `from ${start} to ${whole} (UTC)`;
}
