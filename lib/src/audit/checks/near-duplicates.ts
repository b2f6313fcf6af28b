import { sampleCorrelation } from "simple-statistics";
import { entropyBits, mutualInformationBits } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import type { AuditData } from "../audit-data.js";
import { counted, list, number } from "../words.js";

/**
 * Features that say nearly the same, by correlation (numbers) or shared information (anything), and
 * the groups they form.
 */
export const nearDuplicates: Check = {
  id: "near-duplicates",
  group: "leakage",
  question: "Which features say nearly the same?",
  needs: ["table"],
  thresholds: { correlation: 0.95, information: 0.9 },
  condition: ({ correlation, information }) =>
    `no two features with a correlation of ${correlation} either way, or sharing ` +
    `${information} of their information`,
  run(data, { correlation, information }) {
    const { profiles, sample } = data;
    const varying = profiles
      .map((profile, f) => ({ profile, f }))
      .filter(({ profile }) => profile.distinct > 1);
    if (varying.length < 2) return notApplicable("Fewer than two features vary.");
    const codes = varying.map(({ profile }) =>
      Uint32Array.from(data.sampleRows, (row) => profile.codeOfRow[row]),
    );
    const pairs = varying.flatMap((a, i) =>
      varying.slice(i + 1).map((b, k) => {
        const numeric = a.profile.categories === null && b.profile.categories === null;
        return {
          first: a.profile.name,
          second: b.profile.name,
          r: numeric ? correlate(sample.columns[a.f], sample.columns[b.f]) : NaN,
          shared: sharedInformation(
            codes[i],
            a.profile.codeCount,
            codes[i + 1 + k],
            b.profile.codeCount,
            data,
          ),
        };
      }),
    );
    const near = pairs
      .filter(({ r, shared }) => Math.abs(r) >= correlation || shared >= information)
      .sort(
        (a, b) => Math.max(Math.abs(b.r) || 0, b.shared) - Math.max(Math.abs(a.r) || 0, a.shared),
      );
    const groups = groupsOf(
      near,
      varying.map(({ profile }) => profile.name),
    );
    const strongest = pairs.reduce((most, { r }) => Math.max(most, Math.abs(r) || 0), 0);
    return {
      verdict: near.length > 0 ? "warn" : "pass",
      value: near.length,
      evidence:
        near.length === 0
          ? `No two of ${counted(varying.length, "varying feature")} say nearly the same ` +
            `(strongest correlation ${number(strongest)}).`
          : `${counted(near.length, "pair")} of features say nearly the same; they form ` +
            `${counted(groups.length, "group")}: ` +
            list(
              groups.map((group) => `{${group.join(", ")}}`),
              3,
            ) +
            ".",
      advice:
        near.length === 0
          ? NOTHING_TO_DO
          : "Judge the importance of each group as a whole, or keep one feature of it.",
      offenders: near.map(({ first, second, r, shared }) => ({
        label: `${first} and ${second} (r ${number(r)}, shared information ${number(shared)})`,
        count: sample.rowCount,
      })),
      table: {
        columns: [
          { key: "first", title: "feature", format: "text" },
          { key: "second", title: "and", format: "text" },
          { key: "r", title: "correlation", format: "number" },
          { key: "shared", title: "shared information", format: "share" },
        ],
        rows: near.map((pair) => ({ ...pair, r: Number.isNaN(pair.r) ? null : pair.r })),
      },
      figure: {
        kind: "heat",
        title: "Strength of the correlation between features, |r|",
        xTitle: "feature",
        yTitle: "feature",
        format: ".2f",
        rows: varying.map(({ profile }) => profile.name),
        columns: varying.map(({ profile }) => profile.name),
        values: varying.map(({ profile: a }) =>
          varying.map(({ profile: b }) =>
            a === b
              ? 1
              : Math.abs(
                  pairs.find(
                    ({ first, second }) =>
                      (first === a.name && second === b.name) ||
                      (first === b.name && second === a.name),
                  )!.r,
                ),
          ),
        ),
      },
    };
  },
};

/**
 * Pearson's correlation over the rows that have both values; NaN where one of them does not vary
 * there.
 */
function correlate(a: Float64Array, b: Float64Array): number {
  const both = Array.from(a.keys()).filter(
    (row) => Number.isFinite(a[row]) && Number.isFinite(b[row]),
  );
  const x = both.map((row) => a[row]);
  const y = both.map((row) => b[row]);
  if (both.length < 3 || x.every((value) => value === x[0]) || y.every((value) => value === y[0]))
    return NaN;
  return sampleCorrelation(x, y);
}

/**
 * Mutual information as a share of the larger entropy: 1 where each tells the other. Its upward
 * bias, about (r-1)(c-1)/(2 n ln 2) bits, is taken off.
 */
function sharedInformation(
  a: Uint32Array,
  aCount: number,
  b: Uint32Array,
  bCount: number,
  { sample }: AuditData,
): number {
  const counts = new Float64Array(aCount * bCount);
  const aRows = new Float64Array(aCount);
  const bRows = new Float64Array(bCount);
  for (let row = 0; row < a.length; row++) {
    counts[a[row] * bCount + b[row]]++;
    aRows[a[row]]++;
    bRows[b[row]]++;
  }
  const larger = Math.max(entropyBits(aRows), entropyBits(bRows));
  const bias = ((aCount - 1) * (bCount - 1)) / (2 * sample.rowCount * Math.LN2);
  // Where nearly every combination that occurs is its own, the correction would exceed what there
  // is.
  const occupied = counts.reduce((sum, n) => sum + Number(n > 0), 0);
  const exact =
    occupied === Math.max(aRows.filter((n) => n > 0).length, bRows.filter((n) => n > 0).length);
  return larger > 0
    ? Math.max(
        0,
        Math.min(1, (mutualInformationBits(counts, bCount) - (exact ? 0 : bias)) / larger),
      )
    : 0;
}

/** Features joined by pairs, one group each, in the order of `names`. */
function groupsOf(
  pairs: readonly { first: string; second: string }[],
  names: readonly string[],
): string[][] {
  const groups: Set<string>[] = [];
  for (const { first, second } of pairs) {
    const touching = groups.filter((group) => group.has(first) || group.has(second));
    const joined = new Set([first, second, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => names.filter((name) => group.has(name)));
}
