import { NO_FEATURES, NOTHING_TO_DO, type Check } from "../check.js";
import type { ColumnProfile } from "../column-profile.js";
import { counted, list, percent } from "../words.js";

/**
 * The seed's table 4.2: distinct values, variance, entropy and "useful?" for each feature, with the
 * reason.
 */
export const featureVariance: Check = {
  id: "feature-variance",
  group: "variance",
  question: "Which features vary enough to tell anything?",
  needs: ["table"],
  thresholds: { topShare: 0.99, useless: 0.5 },
  condition: ({ topShare, useless }) =>
    `no feature of which one value has ${percent(topShare)} of the rows (fail: ` +
    `${percent(useless)} of all features)`,
  run(data, { topShare, useless }) {
    if (data.profiles.length === 0) return NO_FEATURES;
    const judged = data.profiles.map((profile) => ({
      profile,
      reason: reasonAgainst(profile, topShare),
    }));
    const bad = judged.filter(({ reason }) => reason !== null);
    const share = bad.length / judged.length;
    return {
      verdict: share >= useless ? "fail" : bad.length > 0 ? "warn" : "pass",
      value: bad.length,
      evidence:
        `${counted(judged.length - bad.length, "feature")} of ${judged.length} vary` +
        (bad.length > 0
          ? "; these hardly do: " +
            list(bad.map(({ profile, reason }) => `${profile.name} (${reason})`))
          : "") +
        ".",
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : `Vary ${list(bad.map(({ profile }) => profile.name))} in the next campaign, or ` +
            "leave them out.",
      offenders: bad.map(({ profile }) => ({ label: profile.name, count: profile.distinct })),
      table: {
        columns: [
          { key: "feature", title: "feature", format: "text" },
          { key: "distinct", title: "distinct values", format: "count" },
          { key: "variance", title: "variance", format: "number" },
          { key: "entropy", title: "entropy (bits)", format: "number" },
          { key: "top", title: "most frequent value", format: "share" },
          { key: "missing", title: "missing", format: "count" },
          { key: "useful", title: "useful?", format: "text" },
        ],
        rows: judged.map(({ profile, reason }) => ({
          feature: profile.name,
          distinct: profile.distinct,
          variance: profile.variance,
          entropy: profile.entropyBits,
          top: profile.topShare,
          missing: profile.missing,
          useful: reason ?? "varies",
        })),
      },
      figure: {
        kind: "bar",
        title: "How much each feature varies",
        xTitle: "feature",
        yTitle: "entropy (bits)",
        categories: judged.map(({ profile }) => profile.name),
        series: [{ name: "entropy", values: judged.map(({ profile }) => profile.entropyBits) }],
      },
    };
  },
};

function reasonAgainst(
  { distinct, topShare, missing, rows }: ColumnProfile,
  most: number,
): string | null {
  if (distinct <= 1) return "constant";
  if (missing / rows > 0.5) return `${percent(missing / rows)} missing`;
  return topShare >= most ? `one value has ${percent(topShare)} of the rows` : null;
}
