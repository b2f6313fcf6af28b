import { ECS } from "../../campaign/index.js";
import type { Requests } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { recordedMemory } from "../recorded-memory.js";
import { count, list, number, percent } from "../words.js";

/**
 * The ECS task as it was declared (by the plan, else by what the labels charge) against what the
 * logs record: its memory limit, where one is logged; and memory used beyond the declared limit,
 * which no task of that size could have used. The vCPU share stands in no log of either format.
 */
export const taskDeclared: Check = {
  id: "task-declared",
  group: "consistency",
  question: "Is the recorded ECS task the declared one?",
  needs: ["requests"],
  thresholds: { rows: 0 },
  condition: ({ rows }) =>
    `at most ${percent(rows)} of the ECS requests ran in a task of another size`,
  run(data, { rows }) {
    const declared = new Map<string, number>(
      (data.has("plan")
        ? data.plan.workloads.map(({ workload, ecsTask }) => [workload, ecsTask] as const)
        : Object.entries(data.labels.options.taskSizes)
      ).map(([workload, { memoryGb }]) => [workload, 1024 * memoryGb]),
    );
    const limits = recordedMemory(data.requests, ECS, declared);
    const used = usedMemory(data.requests, declared);
    const beyond = used.filter(({ rows: n }) => n > 0);
    if (limits.length === 0 && beyond.length === 0) {
      const most = used.reduce<Omit<UsedMemory, "total" | "rows">>(
        (a, b) => (b.share > a.share ? b : a),
        { workload: "", mostMb: NaN, declared: NaN, share: 0 },
      );
      return notApplicable(
        "No ECS request records the size of its task" +
          (most.share > 0
            ? `; the most memory used (${number(most.mostMb)} MB of ${number(most.declared)} ` +
              `declared, ${most.workload}) contradicts nothing`
            : "") +
          ".",
        "Log the task's CPU and memory limits with each request (ECS task metadata, Limits): " +
          "cost follows them.",
      );
    }
    // A row may contradict the declared size in both ways; the larger count of a workload is what
    // is certain.
    const table = data.requests.workloadNames.flatMap((workload) => {
      const limit = limits.find((entry) => entry.workload === workload);
      const memory = used.find((entry) => entry.workload === workload);
      if (!limit && !memory) return [];
      return {
        workload,
        declared: declared.get(workload)!,
        recorded: limit?.recorded ?? "none",
        mostUsed: memory?.mostMb ?? null,
        total: Math.max(limit?.total ?? 0, memory?.total ?? 0),
        other: Math.max(limit?.other ?? 0, memory?.rows ?? 0),
      };
    });
    const total = table.reduce((sum, entry) => sum + entry.total, 0);
    const other = table.reduce((sum, entry) => sum + entry.other, 0);
    const bad = table.filter((entry) => entry.other > 0);
    return {
      verdict: judgeSteps(other / total, rows, rows),
      value: other / total,
      evidence:
        `${count(other)} of ${count(total)} ECS requests ran in a task of another size ` +
        "than declared" +
        (bad.length > 0
          ? ": " +
            list(
              bad.map(
                (entry) =>
                  `${entry.workload} limit ${entry.recorded}, used up to ` +
                  `${number(entry.mostUsed ?? NaN)}, declared ${number(entry.declared)} MB`,
              ),
            )
          : "") +
        ".",
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : "Take the task's size from the logs, or deploy what is declared: an hour of it is " +
            "what an ECS request costs.",
      offenders: bad.map(({ workload, other: n }) => ({ label: workload, count: n })),
      table: {
        columns: [
          { key: "workload", title: "workload", format: "text" },
          { key: "declared", title: "declared (MB)", format: "count" },
          { key: "recorded", title: "recorded limit (MB)", format: "text" },
          { key: "mostUsed", title: "most used (MB)", format: "number" },
          { key: "other", title: "requests that differ", format: "count" },
        ],
        rows: table,
      },
    };
  },
};

interface UsedMemory {
  workload: string;
  declared: number;
  mostMb: number;
  /** Of the declared memory. */
  share: number;
  /** Requests that log their memory, and those that used more than declared. */
  total: number;
  rows: number;
}

function usedMemory(requests: Requests, declaredMb: ReadonlyMap<string, number>): UsedMemory[] {
  return requests.workloadNames.flatMap((workload, code) => {
    const declared = declaredMb.get(workload);
    if (declared === undefined) return [];
    let mostMb = 0;
    let total = 0;
    let rows = 0;
    for (let row = 0; row < requests.rowCount; row++) {
      const mb = requests.memoryUsedMb[row];
      if (requests.workload[row] !== code || requests.platform[row] !== ECS || Number.isNaN(mb))
        continue;
      total++;
      rows += Number(mb > declared);
      mostMb = Math.max(mostMb, mb);
    }
    return total === 0 ? [] : { workload, declared, mostMb, share: mostMb / declared, total, rows };
  });
}
