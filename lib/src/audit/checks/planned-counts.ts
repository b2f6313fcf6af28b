import type { CampaignPlan } from "../../campaign/index.js";
import { comparePairsWithPlan, compareWithPlan, type Requests } from "../../requests/index.js";
import { normalQuantile } from "../../statistics/index.js";
import { NOTHING_TO_DO, type Check } from "../check.js";
import { cellLevel, judgeSteps } from "../judge.js";
import { count, counted, number, percent } from "../words.js";

/** Planned against logged counts, cell by cell of workload, size, window, pattern and platform. */
export const plannedCounts: Check = {
  id: "planned-counts",
  group: "design",
  question: "Which planned cells got fewer requests than planned?",
  needs: ["requests", "plan"],
  thresholds: { short: 0.2, cells: 0.05 },
  condition: ({ short, cells }) =>
    `no cell short of more than ${percent(short)} of its requests beyond chance (fail: ` +
    `${percent(cells)} of the cells)`,
  run({ requests, plan }, { short, cells }) {
    const flat = plan.layout === "flat";
    const compared = compareWithPlan(requests, plan);
    const z = normalQuantile(0.5 + cellLevel(compared.length) / 2);
    const rows = compared
      .map(({ workload, payloadKb, window, pattern, platform, planned, logged }) => ({
        cell: [
          workload,
          `${number(payloadKb)} KiB`,
          ...(flat ? [] : [window, pattern]),
          platform,
        ].join(", "),
        workload,
        column: flat ? platform : `${window}, ${pattern}, ${platform}`,
        planned,
        logged,
      }))
      .map((cell) => ({
        ...cell,
        missing: 1 - cell.logged / cell.planned,
        // Scenarios are drawn at random, so a count scatters round its plan by its square root.
        isShort:
          cell.logged < cell.planned * (1 - short) &&
          cell.logged < cell.planned - z * Math.sqrt(cell.planned),
      }));
    const lacking = rows.filter(({ isShort }) => isShort).sort((a, b) => b.missing - a.missing);
    const total = rows.reduce((sum, cell) => sum + cell.planned, 0);
    const found = rows.reduce((sum, cell) => sum + cell.logged, 0);
    const unplanned = requests.rowCount - found;
    const value = lacking.length / rows.length;
    return {
      verdict: judgeSteps(value, 0, cells),
      value,
      evidence:
        `${count(found)} of ${count(total)} planned requests were logged ` +
        `(${percent(found / total)}); ${lacking.length} of ${counted(rows.length, "cell")} lack ` +
        `more than ${percent(short)}` +
        (lacking.length > 0
          ? `, most of all ${lacking[0].cell} with ${count(lacking[0].logged)} of ` +
            count(lacking[0].planned)
          : "") +
        `; ${counted(unplanned, "logged request")} lie outside the ` +
        `plan.${pairsInWords(requests, plan)}`,
      advice:
        lacking.length === 0
          ? NOTHING_TO_DO
          : "Run the missing cells again before labelling, and watch for the cause in the load " +
            "generator and in failed requests.",
      offenders: lacking.map(({ cell, planned: asked, logged: got }) => ({
        label: cell,
        count: Math.round(asked - got),
      })),
      table: {
        columns: [
          { key: "cell", title: "cell", format: "text" },
          { key: "planned", title: "planned", format: "count" },
          { key: "logged", title: "logged", format: "count" },
          { key: "missing", title: "missing", format: "share" },
        ],
        rows: rows
          .sort((a, b) => b.missing - a.missing)
          .map(({ cell, planned: asked, logged: got, missing }) => ({
            cell,
            planned: asked,
            logged: got,
            missing,
          })),
      },
      figure: heatOf(rows),
    };
  },
};

/** Of a duet: how many of the planned pairs are whole. */
function pairsInWords(requests: Requests, plan: CampaignPlan): string {
  if (!plan.duet) return "";
  const cells = comparePairsWithPlan(requests, plan);
  const sum = (of: "planned" | "whole" | "onlyEcs" | "onlyLambda"): number =>
    cells.reduce((total, cell) => total + cell[of], 0);
  return (
    ` Of ${count(sum("planned"))} planned pairs ${count(sum("whole"))} are whole, and ` +
    `${count(sum("onlyEcs") + sum("onlyLambda"))} are there by half.`
  );
}

interface Planned {
  cell: string;
  planned: number;
  workload: string;
  column: string;
}

function heatOf(
  cells: (Planned & { logged: number })[],
): NonNullable<ReturnType<Check["run"]>["figure"]> {
  const rows = [...new Set(cells.map(({ workload }) => workload))];
  const columns = [...new Set(cells.map(({ column }) => column))];
  const values = rows.map((row) =>
    columns.map((column) => {
      const here = cells.filter((cell) => cell.workload === row && cell.column === column);
      return (
        here.reduce((sum, cell) => sum + cell.logged, 0) /
        here.reduce((sum, cell) => sum + cell.planned, 0)
      );
    }),
  );
  return {
    kind: "heat",
    title: "Logged share of the planned requests",
    xTitle: "run and platform",
    yTitle: "workload",
    format: ".0%",
    rows,
    columns,
    values,
  };
}
