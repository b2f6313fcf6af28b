import { auditRequests, runAudit, type CheckResult } from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import { simulate } from "lib/platforms";
import { selectRows, type Requests } from "lib/requests";
import { createRandom } from "lib/statistics";
import { smallDuet } from "../../routing/small-duet.js";
import { checkTable, tableOf } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

/**
 * A table in the manner of scikit-learn's classification examples: continuous columns, some of
 * which move the label.
 */
export function continuousTable(
  seed: number,
  rows: number,
): { columns: Record<string, Float64Array>; label: number[] } {
  const random = createRandom(`table ${seed}`);
  const draw = (): Float64Array => Float64Array.from({ length: rows }, () => random.normal());
  const columns = { x1: draw(), x2: draw(), x3: draw(), x4: draw() };
  return {
    columns,
    label: Array.from(columns.x1, (x, row) =>
      Number(random.uniform() < 1 / (1 + Math.exp(-x - 0.7 * columns.x2[row]))),
    ),
  };
}

/** The continuous table with further columns. */
function withColumns(
  more: (
    label: number[],
    x1: Float64Array,
    random: ReturnType<typeof createRandom>,
  ) => Record<string, ArrayLike<number>>,
) {
  const { columns, label } = continuousTable(2, 3000);
  return tableOf({ ...columns, ...more(label, columns.x1, createRandom(5)) }, label);
}

/** A country that a city tells, but for so large a share of the rows. */
function cities(astray: number) {
  const random = createRandom(8);
  const city = Array.from({ length: 4000 }, () => random.integer(40));
  const country = city.map((c) => (random.uniform() < astray ? random.integer(6) : c % 6));
  return tableOf(
    { city, country },
    city.map(() => random.integer(2)),
  );
}

/** A thousand different rows and so many of them again. */
export function repeatedRows(count: number) {
  const { columns, label } = continuousTable(9, 1000);
  const all = [...Array(1000).keys(), ...Array.from({ length: count }, (_, i) => 100 + i)];
  return tableOf(
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, all.map((row) => column[row])]),
    ),
    all.map((row) => label[row]),
  );
}

/**
 * What the check says of a duet's feedback, one feature of it changed: `change` is given its value
 * and the row of the request. Rows before the share `from` are left out.
 */
function checkFeedback(
  name: string,
  change: (value: number, row: number, requests: Requests) => number,
  from = 0,
): CheckResult {
  const campaign = simulate(smallDuet(4), { seed: 3 }).requests;
  const rows = Uint32Array.from(campaign.timestampMs, (_, row) => row);
  const requests = selectRows(campaign, rows.slice(from * rows.length));
  const input = auditRequests(requests, {
    labelling: { ...THESIS_TERMS, scheme: "duet" },
    featureSets: ["author", "feedback"],
  });
  const { names, columns } = input.table!.features;
  const column = columns[names.indexOf(name)];
  input.requestRow!.forEach((row, i) => (column[i] = change(column[i], row, requests)));
  return runAudit(input, { only: ["feedback-after-send"] }).checks[0];
}

/** The mean with the request's own answer in it, as one answer more beside ten. */
function withOwnAnswer(mean: number, row: number, { responseTimeMs }: Requests): number {
  return Number.isNaN(mean) ? responseTimeMs[row] : (10 * mean + responseTimeMs[row]) / 11;
}

export const LEAKAGE_FAULTS: readonly PlantedFault[] = [
  {
    check: "forbidden-features",
    fault: "outcomes among the features",
    found: () =>
      checkTable(
        "forbidden-features",
        withColumns((_, x1) => ({ lambda_latency_ms: x1, ecs_cost_usd: x1 })),
      ),
    tooSmall: "names that only sound like outcomes",
    notCalled: () =>
      checkTable(
        "forbidden-features",
        withColumns((_, x1) => ({ late_night: x1, lambda_memory_limit_mb: x1 })),
      ),
  },
  {
    check: "feedback-after-send",
    fault: "a mean that holds the request's own answer",
    found: () => checkFeedback("lambda_mean_ms_last_60s", withOwnAnswer),
    evidence:
      /8 features of [\d,]+ rows, [\d,]+ rows hold something else .*lambda_mean_ms_last_60s is/,
    tooSmall: "a mean that was rounded to four digits, or left out",
    notCalled: () =>
      checkFeedback("lambda_mean_ms_last_60s", (mean, row) =>
        row % 7 === 0 ? NaN : Number(mean.toPrecision(4)),
      ),
  },
  {
    check: "feedback-after-send",
    fault: "requests in flight of which the request is one itself",
    found: () => checkFeedback("ecs_in_flight", (flying) => flying + 1),
    evidence: /ecs_in_flight is 1 requests, the logs held 0 requests/,
    tooSmall: "the feedback as it is, of a part of a campaign that does not show what came before",
    notCalled: () => checkFeedback("ecs_in_flight", (flying) => flying, 0.5),
  },
  {
    check: "functional-dependencies",
    fault: "a column that another tells, but for one row in 200",
    found: () => checkTable("functional-dependencies", cities(0.005)),
    verdict: "warn",
    evidence: /1 feature of 2 is a function/,
    tooSmall: "one that it tells but for one row in 20",
    notCalled: () => checkTable("functional-dependencies", cities(0.05)),
  },
  {
    check: "single-feature-power",
    fault: "the label in disguise",
    found: () =>
      checkTable(
        "single-feature-power",
        withColumns((label, _, random) => ({ leak: label.map((y) => y + 0.2 * random.normal()) })),
      ),
    evidence: /leak/,
    tooSmall: "a merely good feature",
    notCalled: () =>
      checkTable(
        "single-feature-power",
        withColumns((label, _, random) => ({ good: label.map((y) => y + 1.2 * random.normal()) })),
      ),
  },
  {
    check: "near-duplicates",
    fault: "a column in other units, with a little noise",
    found: () =>
      checkTable(
        "near-duplicates",
        withColumns((_, x1, random) => ({
          pounds: x1.map((x) => 2.2 * x + 0.05 * random.normal()),
        })),
      ),
    verdict: "warn",
    evidence: /1 group: \{x1, pounds\}/,
    tooSmall: "a correlation of .9",
    notCalled: () =>
      checkTable(
        "near-duplicates",
        withColumns((_, x1, random) => ({ related: x1.map((x) => x + 0.48 * random.normal()) })),
      ),
  },
  {
    check: "identifiers",
    fault: "a number of its own for every row",
    found: () =>
      checkTable(
        "identifiers",
        withColumns((label, _, random) => ({
          id: random.shuffle(Float64Array.from(label.keys())),
        })),
      ),
    evidence: /id/,
    tooSmall: "numbers that several rows share",
    notCalled: () =>
      checkTable(
        "identifiers",
        withColumns((label, _, random) => ({ zip: label.map(() => random.integer(900)) })),
      ),
  },
  {
    check: "duplicate-rows",
    fault: "one row in eleven repeated",
    found: () => checkTable("duplicate-rows", repeatedRows(100)),
    evidence: /the first at row 1,001 \(as row 101\)/,
    tooSmall: "one in two hundred",
    notCalled: () => checkTable("duplicate-rows", repeatedRows(5)),
  },
];
