import { NO_PLATFORM } from "../../campaign/index.js";
import { dayOfWeek, MISSING, type Requests } from "../../requests/index.js";
import { codeColumn, independenceTest, type RowCodes } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { counted, list, number } from "../words.js";

/**
 * Factors of the campaign that always, or nearly always, occur together: their effects cannot be
 * told apart.
 */
export const aliasedFactors: Check = {
  id: "aliased-factors",
  group: "design",
  question: "Which factors cannot be told apart because they occur together?",
  needs: ["requests"],
  thresholds: { warn: 0.5, fail: 0.9 },
  condition: ({ warn, fail }) =>
    `association (Cramér's V) at most ${warn} between any two factors (fail: above ${fail}, ` +
    "or one tells the other)",
  run({ requests, payloadKb }, { warn, fail }) {
    const factors = factorColumns(requests, payloadKb);
    const pairs: {
      pair: string;
      v: number;
      occupied: number;
      possible: number;
      tells: string;
      sizes: boolean;
    }[] = [];
    factors.forEach((a, i) =>
      factors.slice(i + 1).forEach((b) => {
        if (a.codes.codeCount < 2 || b.codes.codeCount < 2) return;
        const counts = new Float64Array(a.codes.codeCount * b.codes.codeCount);
        for (let row = 0; row < requests.rowCount; row++) {
          if (!a.missing(row) && !b.missing(row))
            counts[a.codes.codeOfRow[row] * b.codes.codeCount + b.codes.codeOfRow[row]]++;
        }
        const levels = seenLevels(counts, b.codes.codeCount);
        if (levels.rows < 2 || levels.columns < 2) return;
        const occupied = counts.reduce((sum, n) => sum + Number(n > 0), 0);
        const tellsB = occupied === levels.rows;
        const tellsA = occupied === levels.columns;
        pairs.push({
          pair: `${a.name} and ${b.name}`,
          v: independenceTest(counts, b.codes.codeCount).cramersV,
          occupied,
          possible: levels.rows * levels.columns,
          sizes: a.name === "workload" && b.name === "payload size",
          tells:
            tellsA && tellsB
              ? `${a.name} and ${b.name} are one`
              : tellsB
                ? `${a.name} tells ${b.name}`
                : tellsA
                  ? `${b.name} tells ${a.name}`
                  : "",
        });
      }),
    );
    // Sizes are chosen for each workload, so a size may tell its workload; that each workload has
    // one size may not be.
    const judged = pairs.map((pair) => ({
      ...pair,
      strength: pair.sizes
        ? Number(pair.tells.includes("one") || pair.tells.startsWith("workload"))
        : pair.tells
          ? 1
          : pair.v,
    }));
    if (judged.length === 0)
      return notApplicable(
        "Fewer than two factors vary in these logs.",
        "Vary size, window and pattern, each with every level of the others.",
      );
    const bad = judged
      .filter(({ strength }) => strength > warn)
      .sort((a, b) => b.strength - a.strength);
    const value = Math.max(...judged.map(({ strength }) => strength));
    const name = ({ pair, tells, occupied, possible, v }: (typeof judged)[number]): string =>
      `${tells || pair} (${occupied} of ${possible} combinations, V ${number(v)})`;
    return {
      verdict: judgeSteps(value, warn, fail),
      value,
      evidence:
        bad.length === 0
          ? `Among ${counted(judged.length, "pair")} of factors none is associated above ` +
            `${warn} (most: ${number(value)}).`
          : `${counted(bad.length, "pair")} of factors go together: ${list(bad.map(name))}.`,
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : "Run every level of one factor with every level of the other: as it is, " +
            "an effect of " +
            list(
              bad.map(({ pair }) => pair.replace(" and ", " may be one of ")),
              2,
            ) +
            ".",
      offenders: bad.map((pair) => ({ label: name(pair), count: pair.possible - pair.occupied })),
      table: {
        columns: [
          { key: "pair", title: "factors", format: "text" },
          { key: "v", title: "Cramér's V", format: "number" },
          { key: "occupied", title: "combinations seen", format: "count" },
          { key: "possible", title: "of", format: "count" },
          { key: "tells", title: "one tells the other", format: "text" },
        ],
        rows: judged.map(({ pair, v, occupied, possible, tells }) => ({
          pair,
          v,
          occupied,
          possible,
          tells,
        })),
      },
      figure: {
        kind: "bar",
        title: "How much factors go together",
        xTitle: "pair of factors",
        yTitle: "Cramér's V",
        categories: judged.map(({ pair }) => pair),
        series: [{ name: "Cramér's V", values: judged.map(({ v }) => v) }],
      },
    };
  },
};

interface FactorColumn {
  name: string;
  codes: RowCodes;
  missing(row: number): boolean;
}

function factorColumns(requests: Requests, payloadKb: Float64Array): FactorColumn[] {
  const coded = (name: string, code: Uint8Array, none = MISSING): FactorColumn => ({
    name,
    codes: codeColumn(code),
    missing: (row) => code[row] === none,
  });
  return [
    coded("workload", requests.workload),
    {
      name: "payload size",
      codes: codeColumn(payloadKb),
      missing: (row) => Number.isNaN(payloadKb[row]),
    },
    coded("window", requests.timeWindow),
    coded("pattern", requests.loadPattern),
    coded("weekday", dayOfWeek(requests)),
    coded("platform", requests.platform, NO_PLATFORM),
  ];
}

/** Rows and columns of a table of counts that hold any. */
function seenLevels(counts: Float64Array, columnCount: number): { rows: number; columns: number } {
  const rows = new Set<number>();
  const columns = new Set<number>();
  counts.forEach((n, i) => {
    if (n === 0) return;
    rows.add(Math.floor(i / columnCount));
    columns.add(i % columnCount);
  });
  return { rows: rows.size, columns: columns.size };
}
