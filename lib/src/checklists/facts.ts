import { formatNumber } from "../display/index.js";
import { isKnown } from "../statistics/index.js";

import type { ChecklistInput, ChecklistItem } from "./item.js";
import { byArtefact, judged } from "./judges.js";

/** Judgements that several checklists share. */

type Judge = ChecklistItem["judge"];

const count = (value: number): string => formatNumber(value, "count");
const DAY_MS = 86_400_000;

/** Met where the requests were sent on more than one day. */
export const severalDays: Judge = byArtefact(
  "audit",
  ({ dates }) =>
    dates === null
      ? "The data name no dates."
      : `Requests from ${dates.from.slice(0, 10)} to ${dates.to.slice(0, 10)} (UTC).`,
  ({ dates }) => dates !== null && Date.parse(dates.to) - Date.parse(dates.from) >= DAY_MS,
);

/** Met where the code is a commit without changes on top. */
export const codeIdentified: Judge = ({ manifest }) => {
  const records = Object.values(manifest?.notebooks ?? {});
  const versions = new Set(records.map(({ code }) => code.commit));
  const [commit] = versions;
  if (records.length === 0 || commit === undefined)
    return judged(false, "manifest.json names no notebook that was run to its end.", null);
  if (versions.size > 1)
    return judged(false, "manifest.json: the notebooks were run with different commits.", null);
  if (commit === null)
    return judged(false, "manifest.json names no commit: the project is no git checkout.", null);
  const changed = records.some(({ code }) => code.changed);
  const more = changed ? ", with changes that are not committed" : "";
  return judged(!changed, `manifest.json: commit ${commit}${more}.`, null);
};

/** Met where the manifest tells the computer of the analysis. */
export const computerDescribed: Judge = ({ manifest }) => {
  const machine = Object.values(manifest?.notebooks ?? {}).at(-1)?.machine;
  return machine === undefined
    ? judged(false, "manifest.json describes no computer.", null)
    : judged(
        true,
        `manifest.json: ${machine.cpus} × ${machine.cpu}, ${machine.memoryGib} GiB, ` +
          `${machine.os}, Node ${machine.node}.`,
        null,
      );
};

/** Met where the data can be told from any others by a hash, or made again from a seed. */
export const dataIdentified: Judge = ({ manifest }) => {
  const source = manifest?.source;
  const hashes = Object.values(manifest?.notebooks ?? {}).flatMap(({ inputs }) => inputs);
  const logs = hashes.find(({ file }) => file.startsWith("logs"));
  const sha256 = source?.sha256 ?? logs?.sha256;
  return sha256 === undefined
    ? judged(false, "manifest.json has no SHA-256 of the logs.", null)
    : judged(true, `manifest.json: logs "${source!.name}", SHA-256 ${sha256}.`, null);
};

/** Met where the accuracies stand with intervals that are known. */
export const accuracyIntervals: Judge = byArtefact(
  "training",
  ({ models }) =>
    `${count(models.length)} models, each accuracy with a 95 % interval in training.json ` +
    "(blocks of time resampled within runs).",
  ({ models }) => models.length > 0 && models.every(({ intervals }) => isKnown(intervals.accuracy)),
);

/** Met where what routing saves stands with intervals that are known. */
export const savingIntervals: Judge = byArtefact(
  "routing",
  ({ comparison: { values, blocks } }) =>
    `${count(values.length)} policies, each saving with an interval in routing.json ` +
    `(${count(blocks)} blocks of time).`,
  ({ comparison: { values } }) =>
    values.length > 0 &&
    values.every(({ saved }) => isKnown(saved.latencyMs) && isKnown(saved.costUsd)),
);

/** Met where more than means are told of the times. */
export const quantilesTold: Judge = byArtefact(
  "routing",
  ({ comparison: { values } }) =>
    `Quantiles of the response time by policy: ${(values[0]?.quantiles ?? [])
      .map(({ probability }) => `p${Math.round(1000 * probability) / 10}`)
      .join(", ")}.`,
  ({ comparison: { values } }) => values.length > 0 && values.every((v) => v.quantiles.length > 0),
);

/** Met where both classes are labelled, and how many of each is told. */
export const outcomeDescribed: Judge = byArtefact(
  "labelling",
  ({ byWorkload, options, labelled }) => {
    const shares = Object.entries(byWorkload).map(
      ([workload, { lambda, labelled: rows }]) =>
        `${workload} ${count(lambda)} of ${count(rows)} Lambda's`,
    );
    return `Label by ${options.scheme} of ${count(labelled)} requests: ${shares.join(", ")}.`;
  },
  ({ labelled }) => labelled > 0,
);

/** How many lines and requests were left out, which the audit and the labelling count by reason. */
export const exclusionsCounted: Judge = byArtefact("labelling", ({ unlabelled }, { run }) => {
  const reasons = Object.entries(unlabelled).map(([why, rows]) => `${why}: ${count(rows)}`);
  const lines = run.audit === null ? "" : `${count(run.audit.quarantined)} lines quarantined. `;
  return `${lines}Without a label: ${reasons.length === 0 ? "none" : reasons.join("; ")}.`;
});

/** Met where the models are set beside the best lookup and the best any model can do. */
export const baselinesThere: Judge = byArtefact(
  "training",
  ({ bounds, models }) =>
    `${count(models.length)} models beside always the larger class ` +
    `(${formatNumber(bounds.constant, "share")}) and lookups of one to three columns ` +
    `(${formatNumber(bounds.best1.accuracy, "share")} by one).`,
);

/** Whether plan, gates and label were frozen beforehand. */
export const frozenBeforehand: Judge = ({ manifest }: ChecklistInput) => {
  const promise = manifest?.preregistration ?? null;
  if (promise === null)
    return judged(false, "Nothing was frozen: `study preregister PLAN` does.", null);
  const { sha256, departures } = promise;
  return judged(
    departures.length === 0,
    `Frozen as SHA-256 ${sha256}; departures: ${departures.length}.`,
    null,
  );
};
