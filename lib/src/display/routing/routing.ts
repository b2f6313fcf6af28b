import type { CostTerms } from "../../labels/index.js";
import {
  breakEvenRows,
  perMillion,
  supportRows,
  valueRows,
  type BreakEvenCurve,
  type CampaignParts,
  type PolicyComparison,
} from "../../routing/index.js";
import { breakEvenChart, intervalChart } from "../charts/index.js";
import { BLOCKS_RESAMPLED, formatNumber } from "../format.js";
import { showFigure, showText } from "../show.js";
import { showTable } from "../table.js";

/** What a request costs by the terms given, in words. */
export function readCost({ cost, prices }: CostTerms): string {
  const balancer = cost.kind !== "busy-time" && cost.loadBalancer ? " and a balancer's" : "";
  const words = {
    "busy-time": "both platforms paid for execution time",
    "task-hours": `ECS paid by hours${balancer} at an assumed utilisation, Lambda as billed`,
    "shared-task-hours":
      `ECS by its share of the hours of tasks${balancer} that ran, ` + "Lambda as billed",
  }[cost.kind];
  return `${words}, ${prices.region} prices`;
}

/** Which requests policies are judged on, in words. */
export function readParts({ test, testShare, paired, ...parts }: CampaignParts): string {
  const count = (value: number): string => formatNumber(value, "count");
  const judged =
    `${count(test.length)} ${paired ? "pairs" : "requests"} are judged, ` +
    `${formatNumber(testShare, "share")} of the campaign. `;
  if (paired)
    return (
      `${judged}${count(parts.failed)} pairs of which a half failed and that have no label are ` +
      `among all parts together; ${count(parts.unattributed)} more requests failed whose other ` +
      "half is not in the logs, and no pair can be made of them."
    );
  return (
    `${judged}${count(parts.failed)} failed requests are among all parts together; ` +
    `${count(parts.unattributed)} more failed without a platform in the log, and nobody can say ` +
    "whose failure they are."
  );
}

/** How policies are judged, and which requests could not be, in words. */
export function readMethod({ method, rows, blocks, refused, overlap }: PolicyComparison): string {
  const count = (value: number): string => formatNumber(value, "count");
  const share = (value: number): string => formatNumber(value, "share");
  const why = refused.rows > 0 ? `: ${refused.reason}` : "";
  const largest = refused.largest.slice(0, 3).join("; ");
  const chance = overlap
    ? ` A request came to Lambda with a probability of ${share(overlap.lowest)} to ` +
      `${share(overlap.highest)}, by its context cell.`
    : "";
  return (
    `Method: **${method}**. ${count(rows)} requests are judged over ${count(blocks)} ` +
    `${blocks === 1 ? "block" : "blocks"} of time, ${BLOCKS_RESAMPLED}; ` +
    `${count(refused.rows)} (${share(refused.rows / (rows + refused.rows))}) are ` +
    `refused${why}${largest ? `, the largest of ${refused.cells} cells being ${largest}` : ""}.` +
    chance
  );
}

/**
 * What estimates rest on, where each request was served once; a word where nothing is estimated.
 */
export function showSupport(comparison: PolicyComparison): void {
  const rows = supportRows(comparison);
  if (rows.length === 0)
    return showText("Nothing is estimated: both outcomes of each request are known.");
  showTable(rows, {
    columns:
      "policy | servedThere:share:served where it sends them | " +
      "effectiveRows:count:worth so many requests | " +
      "largestWeight:number:one stands for at most | " +
      "latencyMs:ms:mean response of these requests | " +
      "costUsd:usdPerMillion:cost of these requests",
    caption:
      "What the estimates rest on; 95 % intervals say how far they may lie from what both " +
      "platforms would have made of these very requests",
  });
}

/**
 * What each policy saves: a table, and a picture each of time and of cost; `costIs` says by which
 * cost.
 */
export async function showSavings(comparison: PolicyComparison, costIs: string): Promise<void> {
  const values = valueRows(comparison);
  const policies = values.map(({ policy }) => policy);
  const nothing = { references: [{ name: "nothing saved", value: 0 }] };
  showTable(values, {
    columns:
      "policy | lambdaShare:share:to Lambda | latencyMs:ms:mean response | " +
      `costUsd:usdPerMillion:cost | savedMs:ms:saved against ${comparison.reference} | ` +
      "savedUsd:usdPerMillion:saved | savedNetUsd:usdPerMillion:saved, waiting included",
    caption:
      `Policies on the test rows; cost: ${costIs}; ` +
      `95 % intervals: blocks of time, ${BLOCKS_RESAMPLED}`,
  });
  const time = {
    title: `Time saved against ${comparison.reference}`,
    xTitle: "ms a request (client's clock), with 95 % interval",
    yTitle: "",
  };
  await showFigure(
    intervalChart(
      policies,
      values.map(({ savedMs }) => savedMs),
      time,
      nothing,
    ),
    "mean response time saved by each policy",
  );
  const cost = {
    title: `Cost saved against ${comparison.reference}`,
    xTitle: "USD per million requests, with 95 % interval",
    yTitle: "",
  };
  await showFigure(
    intervalChart(
      policies,
      values.map(({ savedUsd }) => perMillion(savedUsd)),
      cost,
      nothing,
    ),
    "cost saved by each policy",
  );
}

/** Where ECS becomes the cheaper platform: a table, and a picture for each workload. */
export async function showBreakEven(
  curves: readonly BreakEvenCurve[],
  caption: string,
): Promise<void> {
  showTable(breakEvenRows(curves), {
    columns:
      "workload | lambdaUsdPerRequest:usdPerMillion:Lambda | taskUsdPerHour:number:one task, " +
      "USD/h | requestsPerTaskHour:count:one task serves, requests/h | " +
      "ecsCheaperFrom:count:ECS cheaper from | ecsCheaperForGoodFrom:count:for good from | " +
      "campaignRate:count:campaign's highest rate | cheaperThere::cheaper there",
    caption,
  });
  for (const curve of curves)
    await showFigure(
      breakEvenChart(curve),
      `cost of a million requests of ${curve.workload} by rate, Lambda and ECS`,
    );
}
