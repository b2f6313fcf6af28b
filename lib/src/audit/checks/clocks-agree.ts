import { ECS, LAMBDA } from "../../campaign/index.js";
import { groupIntoCells } from "../../requests/index.js";
import type { Interval } from "../../statistics/index.js";
import {
  NOTHING_TO_DO,
  notApplicable,
  PLATFORM_CLOCK_DECIDES_NOTHING,
  type Check,
} from "../check.js";
import { cellLevel, judgeSteps } from "../judge.js";
import { medianInterval } from "../median-interval.js";
import { count, counted, list, milliseconds, percent } from "../words.js";

const LEAST_ROWS = 30;

/**
 * The platforms' clock (execution) against the client's (response), cell by cell: which platform
 * has the lower median by each? A difference counts where the medians' intervals do not overlap.
 */
export const clocksAgree: Check = {
  id: "clocks-agree",
  group: "consistency",
  question: "Do the platforms' clock and the client's name the same faster platform?",
  needs: ["requests", "execution"],
  notNeededForPairs: PLATFORM_CLOCK_DECIDES_NOTHING,
  thresholds: { warn: 0.05, fail: 0.2 },
  condition: ({ warn, fail }) =>
    `cells in which the two clocks name different platforms hold at most ${percent(warn)} of ` +
    `the compared requests (fail: above ${percent(fail)})`,
  run({ requests, clockedRows }, { warn, fail }) {
    const cells = groupIntoCells(requests);
    const times = Array.from({ length: cells.codeCount }, () => [[], []] as [number[], number[]]);
    let impossible = 0;
    for (const row of clockedRows) {
      if (requests.responseTimeMs[row] < requests.executionTimeMs[row]) impossible++;
      times[cells.codeOfRow[row]][requests.platform[row]].push(row);
    }
    const usable = times
      .map((rows, cell) => ({ cell, rows }))
      .filter(({ rows }) => rows.every((side) => side.length >= LEAST_ROWS));
    if (usable.length === 0)
      return notApplicable(`No context cell has ${LEAST_ROWS} answers of each platform.`);
    const level = cellLevel(4 * usable.length);
    const table = usable.map(({ cell, rows }) => {
      const of = (column: Float64Array, platform: number): Interval =>
        medianInterval(
          rows[platform].map((row) => column[row]),
          level,
        );
      const execution = [of(requests.executionTimeMs, ECS), of(requests.executionTimeMs, LAMBDA)];
      const response = [of(requests.responseTimeMs, ECS), of(requests.responseTimeMs, LAMBDA)];
      const transport = rows.map(
        (side) =>
          medianInterval(
            side.map((row) => requests.responseTimeMs[row] - requests.executionTimeMs[row]),
            level,
          ).estimate,
      );
      return {
        cell: cells.name(cell),
        requests: rows[0].length + rows[1].length,
        execution: faster(execution),
        response: faster(response),
        ecsTransport: transport[ECS],
        lambdaTransport: transport[LAMBDA],
      };
    });
    const differ = table.filter(
      ({ execution, response }) =>
        execution !== "neither" && response !== "neither" && execution !== response,
    );
    const total = table.reduce((sum, entry) => sum + entry.requests, 0);
    const share = differ.reduce((sum, entry) => sum + entry.requests, 0) / total;
    const typical = (key: "ecsTransport" | "lambdaTransport"): number =>
      medianInterval(
        table.map((entry) => entry[key]),
        0.95,
      ).estimate;
    return {
      verdict: judgeSteps(Math.max(share, impossible / clockedRows.length), warn, fail),
      value: share,
      evidence:
        `In ${differ.length} of ${counted(table.length, "comparable cell")} (${percent(share)} ` +
        "of their requests) one platform is faster by its own clock and the other by the " +
        "client's; response minus execution is typically " +
        `${milliseconds(typical("ecsTransport"))} on ECS and ` +
        `${milliseconds(typical("lambdaTransport"))} on Lambda` +
        (impossible > 0
          ? `; ${count(impossible)} responses took less time than their execution`
          : "") +
        ".",
      advice:
        share <= warn
          ? NOTHING_TO_DO
          : "Decide which clock the user feels before labelling: start-up, queues and " +
            "transport are in the client's only, and they turn the answer in " +
            list(
              differ.map(({ cell }) => cell),
              2,
            ) +
            ".",
      offenders: differ.map(({ cell, requests: n }) => ({ label: cell, count: n })),
      table: {
        columns: [
          { key: "cell", title: "context cell", format: "text" },
          { key: "requests", title: "requests", format: "count" },
          { key: "execution", title: "faster by execution", format: "text" },
          { key: "response", title: "faster by response", format: "text" },
          { key: "ecsTransport", title: "ECS transport (ms)", format: "ms" },
          { key: "lambdaTransport", title: "Lambda transport (ms)", format: "ms" },
        ],
        rows: table,
      },
    };
  },
};

function faster([ecs, lambda]: Interval[]): "ecs" | "lambda" | "neither" {
  return ecs.high < lambda.low ? "ecs" : lambda.high < ecs.low ? "lambda" : "neither";
}
