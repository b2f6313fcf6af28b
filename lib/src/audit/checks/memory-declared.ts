import { LAMBDA, LAMBDA_MEMORY_DECLARED_MB, type Workload } from "../../campaign/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, list, number, percent } from "../words.js";

/** Lambda's memory as it was declared (by the plan, else by the author's feature table) against what the logs record. */
export const memoryDeclared: Check = {
  id: "memory-declared",
  group: "consistency",
  question: "Is Lambda's recorded memory the declared one?",
  needs: ["requests"],
  thresholds: { rows: 0 },
  condition: ({ rows }) => `at most ${percent(rows)} of the Lambda requests ran with another memory`,
  run(data, { rows }) {
    const { requests } = data;
    const planned = new Map(
      data.has("plan")
        ? data.plan.workloads.map(({ workload, lambdaMemoryMb }) => [workload as string, lambdaMemoryMb])
        : Object.entries(LAMBDA_MEMORY_DECLARED_MB),
    );
    const recorded = requests.workloadNames.map(() => new Map<number, number>());
    for (let row = 0; row < requests.rowCount; row++) {
      const memory = requests.memoryLimitMb[row];
      const seen = recorded[requests.workload[row]];
      if (requests.platform[row] === LAMBDA && !Number.isNaN(memory) && seen) seen.set(memory, (seen.get(memory) ?? 0) + 1);
    }
    const table = requests.workloadNames
      .map((workload, code) => {
        const declared = planned.get(workload as Workload) ?? NaN;
        const seen = [...recorded[code]];
        const total = seen.reduce((sum, [, n]) => sum + n, 0);
        return {
          workload,
          declared,
          recorded: list(seen.map(([mb]) => number(mb))),
          total,
          other: seen.reduce((sum, [mb, n]) => sum + (mb === declared ? 0 : n), 0),
        };
      })
      .filter(({ total, declared }) => total > 0 && !Number.isNaN(declared));
    const total = table.reduce((sum, entry) => sum + entry.total, 0);
    const other = table.reduce((sum, entry) => sum + entry.other, 0);
    const bad = table.filter((entry) => entry.other > 0);
    if (total === 0) return notApplicable("No Lambda request of a known workload records its memory.");
    return {
      verdict: judgeSteps(other / total, rows, rows),
      value: other / total,
      evidence: `${count(other)} of ${count(total)} Lambda requests ran with other memory than declared${bad.length > 0 ? `: ${list(bad.map((entry) => `${entry.workload} ${entry.recorded} MB instead of ${number(entry.declared)}`))}` : ""}.`,
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : "Take memory from the logs, or deploy what is declared: cost and CPU share both follow it, so the labels do.",
      offenders: bad.map(({ workload, other: n }) => ({ label: workload, count: n })),
      table: {
        columns: [
          { key: "workload", title: "workload", format: "text" },
          { key: "declared", title: "declared (MB)", format: "count" },
          { key: "recorded", title: "recorded (MB)", format: "text" },
          { key: "other", title: "requests that differ", format: "count" },
        ],
        rows: table,
      },
    };
  },
};
