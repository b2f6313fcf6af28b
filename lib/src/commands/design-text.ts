import {
  boundaryFactors,
  replication,
  type JudgedPlan,
  type NearestPlans,
} from "../design/index.js";
import {
  EXPECTED_GATE_COLUMNS,
  expectedGateRows,
  formatInterval,
  formatNumber,
  tableText,
} from "../display/index.js";
import type { Found } from "./design.js";

/** What a search for a campaign found, as text. */
export function designText(found: Found, file: string | undefined): string {
  const { result, chosen } = found;
  const searched =
    `Simulated: ${formatNumber(result.looked, "count")} plans looked at, ` +
    `${formatNumber(result.withinLimits, "count")} of them within the limits, ` +
    `${formatNumber(result.trained, "count")} trained on, ` +
    `${formatNumber(result.judged, "count")} judged with every gate` +
    `${result.stopped ? " (stopped before the end: the best so far)" : ""}.`;
  if (!chosen) return [searched, "", nothing(found)].join("\n");
  return [
    searched,
    "",
    verdict(chosen),
    `It costs ${formatNumber(chosen.costUsd, "usd")} and ${chosen.hours.toFixed(1)} hours of ` +
      `load on ${chosen.days} days.`,
    binding(chosen, result),
    "",
    tableText(expectedGateRows(chosen.gates), { columns: EXPECTED_GATE_COLUMNS, simulated: true }),
    "",
    "Days, and how often every gate is met:",
    ...found.curve.map((plan) => lineOf(plan) + beyond(plan, found.limits)),
    "None of the plans judged is surer, cheaper and shorter than these:",
    ...found.front.map(lineOf),
    "",
    "What effects rest on (window, pattern and day are not drawn for each request):",
    ...replication(chosen.plan).map(
      ({ factor, levels, runsPerLevel }) =>
        `  ${factor}: ${levels} levels, ${runsPerLevel} load tests each at the least`,
    ),
    ...boundaries(found),
    ...(file === undefined ? [] : ["", `Written to ${file}: \`study preflight ${file}\` next.`]),
  ].join("\n");
}

function verdict({ allGates, runs, trained }: JudgedPlan): string {
  const accuracy = trained
    ? ` Its best model is right for ${formatNumber(trained.accuracy.mean, "share")} of unseen ` +
      `requests, the best lookup of two planned columns for ` +
      `${formatNumber(trained.twoColumns.mean, "share")}.`
    : "";
  return (
    `Every gate is met in ${formatInterval(allGates, "share")} of ${runs} simulations of the ` +
    `plan found.${accuracy}`
  );
}

function lineOf({ days, costUsd, hours, allGates, runs }: JudgedPlan): string {
  return (
    `  ${days} days, ${formatNumber(costUsd, "usd")}, ${hours.toFixed(1)} h: ` +
    `${formatInterval(allGates, "share")} of ${runs} simulations`
  );
}

/** What a line says of a plan that was judged to show what more of it would give. */
function beyond({ costUsd, hours }: JudgedPlan, limits: Found["limits"]): string {
  return costUsd > limits.budgetUsd || hours > limits.hours ? " (beyond the limits)" : "";
}

/** What is missed most often, or stands nearest to being missed. */
function binding({ gates, runs }: JudgedPlan, { finalists }: Found["result"]): string {
  const worst = gates.reduce((least, gate) => (gate.passShare < least.passShare ? gate : least));
  return worst.passShare < 1
    ? `What stands in the way most often is "${worst.id}" (wanted: ${worst.target}): missed in ` +
        `${Math.round((1 - worst.passShare) * runs)} of ${runs} simulations. No plan that was ` +
        "judged within the limits is surer; a larger budget or more hours (--budget-usd, " +
        "--hours) allow what was not looked at."
    : `What binds is "${finalists[0].standing.binding}": the nearest to being missed.`;
}

/** Why there is no plan, and what would loosen it. */
function nothing({ limits: { budgetUsd, hours }, result }: Found): string {
  const budget = formatNumber(budgetUsd, "usd");
  return (
    `No plan costs at most ${budget} and takes at most ${hours} hours of load ` +
    "with 8,000 pairs or more and a client's link that carries them" +
    `${result.withinLimits === 0 ? "" : " and can be trained on"}.` +
    (result.withinLimits === 0
      ? ` ${bindingLimit({ budget, hours: `${hours} hours` }, result.nearest)}`
      : "")
  );
}

/** Which limit no plan kept to, and how far the nearest one is from it. */
function bindingLimit(limits: { budget: string; hours: string }, nearest: NearestPlans): string {
  if (Number.isFinite(nearest.costUsd))
    return (
      `What binds is the budget: the cheapest plan looked at that takes at most ${limits.hours} ` +
      `costs ${formatNumber(nearest.costUsd, "usd")} (--budget-usd).`
    );
  if (Number.isFinite(nearest.hours))
    return (
      `What binds are the hours: the shortest plan looked at that costs at most ` +
      `${limits.budget} takes ${nearest.hours.toFixed(1)} hours (--hours).`
    );
  return "What binds are both, the budget and the hours (--budget-usd, --hours).";
}

/** Levels at the end of their lists: what lies beyond was not looked at. */
function boundaries({ result: { finalists, factors } }: Found): string[] {
  const ends = boundaryFactors(finalists[0].candidate, factors);
  if (ends.length === 0) return [];
  return [
    "",
    "At the end of what was allowed, so that a better plan may lie beyond:",
    ...ends.map(({ factor, level, end }) => `  ${factor}: ${level}, the ${end}`),
  ];
}
