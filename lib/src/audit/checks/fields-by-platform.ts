import { PLATFORMS } from "../../campaign/index.js";
import { MISSING, type Requests } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { list, percent } from "../words.js";

const FIELDS: readonly [name: string, has: (requests: Requests, row: number) => boolean][] = [
  ["response time", (r, row) => !Number.isNaN(r.responseTimeMs[row])],
  ["execution time", (r, row) => !Number.isNaN(r.executionTimeMs[row])],
  ["target size", (r, row) => !Number.isNaN(r.targetPayloadKb[row])],
  ["actual size", (r, row) => !Number.isNaN(r.actualPayloadKb[row])],
  ["window", (r, row) => r.timeWindow[row] !== MISSING],
  ["load pattern", (r, row) => r.loadPattern[row] !== MISSING],
  ["memory used", (r, row) => !Number.isNaN(r.memoryUsedMb[row])],
  ["memory limit", (r, row) => !Number.isNaN(r.memoryLimitMb[row])],
  ["cold start", (r, row) => r.coldStart[row] !== MISSING],
  ["CPU", (r, row) => !Number.isNaN(r.cpuPercent[row])],
];
/** Fields that belong to one platform by nature: their absence on the other says nothing. */
const ONE_SIDED: readonly string[] = ["cold start", "CPU", "memory limit", "memory used"];

/** Fields that are logged on one platform and not on the other, or only now and then. */
export const fieldsByPlatform: Check = {
  id: "fields-by-platform",
  group: "consistency",
  question: "Do both platforms log the same fields?",
  needs: ["requests"],
  thresholds: { difference: 0.01 },
  condition: ({ difference }) =>
    `each field both should have is there equally often, within ${percent(difference)} of ` +
    "the answered requests",
  run({ requests, answeredRows }, { difference }) {
    const rows = new Float64Array(2);
    const has = FIELDS.map(() => new Float64Array(2));
    for (const row of answeredRows) {
      rows[requests.platform[row]]++;
      FIELDS.forEach(
        ([, test], f) => (has[f][requests.platform[row]] += Number(test(requests, row))),
      );
    }
    if (rows[0] === 0 || rows[1] === 0)
      return notApplicable(
        `Only ${PLATFORMS[rows[0] === 0 ? 1 : 0]} answered requests.`,
        "Send requests to both platforms.",
      );
    const table = FIELDS.map(([field], f) => ({
      field,
      ecs: has[f][0] / rows[0],
      lambda: has[f][1] / rows[1],
    }));
    const bad = table.filter(
      ({ field, ecs, lambda }) => Math.abs(ecs - lambda) > difference && !ONE_SIDED.includes(field),
    );
    const oneSided = table.filter(
      ({ field, ecs, lambda }) => Math.abs(ecs - lambda) > difference && ONE_SIDED.includes(field),
    );
    return {
      verdict: bad.length > 0 ? "fail" : "pass",
      value: bad.length,
      evidence:
        (bad.length === 0
          ? "Every field both platforms should have is there equally often"
          : "Not equally often there: " +
            list(
              bad.map(
                ({ field, ecs, lambda }) =>
                  `${field} (ECS ${percent(ecs)}, Lambda ${percent(lambda)})`,
              ),
            )) +
        (oneSided.length > 0
          ? `; by their nature on one platform: ${list(oneSided.map(({ field }) => field))}`
          : "") +
        ".",
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : "Log these on both platforms in the same way: a missing value would tell a model " +
            "where the row was measured.",
      offenders: bad.map(({ field, ecs, lambda }) => ({
        label: field,
        count: Math.round((1 - ecs) * rows[0] + (1 - lambda) * rows[1]),
      })),
      table: {
        columns: [
          { key: "field", title: "field", format: "text" },
          { key: "ecs", title: "ECS", format: "share" },
          { key: "lambda", title: "Lambda", format: "share" },
        ],
        rows: table,
      },
    };
  },
};
