import { LAMBDA, LAMBDA_MEMORY_DECLARED_MB } from "../../campaign/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { recordedMemory } from "../recorded-memory.js";
import { count, list, number, percent } from "../words.js";

/**
 * Lambda's memory as it was declared (by the plan, else by the study, else by
 * the author's feature table) against what
 * the logs record.
 */
export const memoryDeclared: Check = {
  id: "memory-declared",
  group: "consistency",
  question: "Is Lambda's recorded memory the declared one?",
  needs: ["requests"],
  thresholds: { rows: 0 },
  condition: ({ rows }) =>
    `at most ${percent(rows)} of the Lambda requests ran with another memory`,
  run(data, { rows }) {
    const declared: [string, number][] = data.has("plan")
      ? data.plan.workloads.map(({ workload, lambdaMemoryMb }) => [workload, lambdaMemoryMb])
      : Object.entries(data.requests.declaredMemoryMb ?? LAMBDA_MEMORY_DECLARED_MB);
    const table = recordedMemory(data.requests, LAMBDA, new Map(declared));
    const total = table.reduce((sum, entry) => sum + entry.total, 0);
    const other = table.reduce((sum, entry) => sum + entry.other, 0);
    const bad = table.filter((entry) => entry.other > 0);
    if (total === 0)
      return notApplicable("No Lambda request of a known workload records its memory.");
    return {
      verdict: judgeSteps(other / total, rows, rows),
      value: other / total,
      evidence:
        `${count(other)} of ${count(total)} Lambda requests ran with other memory than declared` +
        (bad.length > 0
          ? ": " +
            list(
              bad.map(
                (entry) =>
                  `${entry.workload} ${entry.recorded} MB instead of ${number(entry.declared)}`,
              ),
            )
          : "") +
        ".",
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : "Take memory from the logs, or deploy what is declared: cost and CPU share both " +
            "follow it, so the labels do.",
      offenders: bad.map(({ workload, other: n }) => ({ label: workload, count: n })),
      table: {
        columns: [
          { key: "workload", title: "workload", format: "text" },
          { key: "declared", title: "declared (MB)", format: "count" },
          { key: "recorded", title: "recorded (MB)", format: "text" },
          { key: "other", title: "requests that differ", format: "count" },
        ],
        rows: table.map((entry) => ({ ...entry })),
      },
    };
  },
};
