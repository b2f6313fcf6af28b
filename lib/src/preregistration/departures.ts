import type { LabellingManifest } from "../artefacts/index.js";
import { scheduleRuns, type CampaignPlan, type GateResult } from "../campaign/index.js";
import { compareWithPlan, type PlannedAndLogged, type Requests } from "../requests/index.js";
import { canonicalJson, frozenGates, type Preregistration } from "./preregistration.js";

/** One way in which a run is not what was frozen. */
export interface Departure {
  /** Where: "seed", "label", "gates", "plan", "primary outcome", "accepted". */
  where: "seed" | "label" | "gates" | "plan" | "primary outcome" | "accepted";
  frozen: string;
  run: string;
}

/** What a run did, as far as it was frozen. */
export interface RunAgainstFrozen {
  seed: number;
  /** Null where nothing was labelled. */
  labelling: Pick<LabellingManifest, "options"> | null;
  gates: readonly Pick<GateResult, "id" | "value">[];
  /** Null where the campaign was not read. */
  requests: Requests | null;
  accepted: Readonly<Record<string, string>>;
}

/** A campaign may have this share more or fewer requests than planned, however they arrive. */
const TOLERATED_SHARE = 0.1;
/** Random arrivals may bring so many standard deviations more or fewer. */
const TOLERATED_DEVIATIONS = 4;
/** Where so many bursts or single requests should have come, nothing is no chance. */
const CERTAIN_BURSTS = 10;
/**
 * Parts of a plan that are looked for, the coarser first: what lacks a size lacks all its cells.
 */
const PARTS: readonly (keyof PlannedAndLogged)[][] = [
  ["workload", "payloadKb"],
  ["window", "pattern"],
  ["workload", "payloadKb", "window", "pattern", "platform"],
];

/**
 * Every departure of a run from what was frozen, in the order of a study; none where it kept to it.
 */
export function departures(frozen: Preregistration, run: RunAgainstFrozen): Departure[] {
  return [
    ...planDepartures(frozen, run.requests),
    ...differing("seed", { seed: frozen.seed }, { seed: run.seed }),
    ...labelDepartures(frozen, run.labelling),
    ...gateDepartures(frozen),
    ...outcomeDepartures(frozen, run),
    ...Object.entries(run.accepted).map(([id, reason]): Departure => ({
      where: "accepted",
      frozen: `no finding was accepted beforehand`,
      run: `${id} was accepted: ${reason}`,
    })),
  ];
}

function planDepartures({ plan }: Preregistration, requests: Requests | null): Departure[] {
  const of = (frozen: string, run: string): Departure => ({ where: "plan", frozen, run });
  if (requests === null) return [of(`the plan "${plan.name}"`, "no campaign was read")];
  const cells = compareWithPlan(requests, plan);
  const planned = cells.reduce((sum, cell) => sum + cell.planned, 0);
  const logged = cells.reduce((sum, cell) => sum + cell.logged, 0);
  const answeredBySome = requests.platform.filter((platform) => platform <= 1).length;
  const outside = answeredBySome - logged;
  const found: Departure[] = [];
  const tolerated = Math.max(
    TOLERATED_SHARE * planned,
    TOLERATED_DEVIATIONS * deviationOfRequests(plan),
  );
  if (Math.abs(logged - planned) > tolerated)
    found.push(
      of(
        `${Math.round(planned)} requests of the plan "${plan.name}"`,
        `${logged} of them are in the logs`,
      ),
    );
  const lacking = lackingParts(plan, cells);
  if (lacking.length > 0)
    found.push(
      of(
        `requests of every part of the plan "${plan.name}"`,
        `${lacking.length} ${lacking.length === 1 ? "part has" : "parts have"} none, such as ` +
          lacking[0],
      ),
    );
  if (outside > 0)
    found.push(
      of("no request outside the plan's cells", `${outside} requests are in none of its cells`),
    );
  return found;
}

/**
 * Standard deviation of the number of requests that a plan's random arrivals make: of n arrivals of
 * a renewal process about its coefficient of variation times the root of n (Cox, 1962). A pair is
 * two requests.
 */
function deviationOfRequests(plan: CampaignPlan): number {
  const variance = scheduleRuns(plan)
    .map(({ run, expectedRequests }) => {
      const { arrivals } = plan.patterns[run.pattern];
      if (run.exactRequests || arrivals === "even") return 0;
      return expectedRequests * (arrivals === "poisson" ? 1 : arrivals.cv ** 2);
    })
    .reduce((sum, each) => sum + each, 0);
  return (plan.duet ? 2 : 1) * Math.sqrt(variance);
}

/** Names of the coarsest parts of a plan that have no request and should have some. */
function lackingParts(plan: CampaignPlan, cells: readonly PlannedAndLogged[]): string[] {
  for (const keys of PARTS) {
    const parts = new Map<string, { logged: number; bursts: number }>();
    for (const cell of cells) {
      const name = keys
        .map((key) => (key === "payloadKb" ? `${cell.payloadKb} KiB` : cell[key]))
        .join(", ");
      const part = parts.get(name) ?? { logged: 0, bursts: 0 };
      part.logged += cell.logged;
      part.bursts += cell.planned / burstSize(plan, cell.pattern);
      parts.set(name, part);
    }
    const lacking = [...parts].filter(
      ([, { logged, bursts }]) => logged === 0 && bursts >= CERTAIN_BURSTS,
    );
    if (lacking.length > 0) return lacking.map(([name]) => name);
  }
  return [];
}

/** Requests that come together: the square of the arrivals' coefficient of variation, or 1. */
function burstSize({ patterns }: CampaignPlan, pattern: string): number {
  const arrivals = Object.hasOwn(patterns, pattern) ? patterns[pattern].arrivals : "poisson";
  return typeof arrivals === "string" ? 1 : Math.max(1, arrivals.cv ** 2);
}

function labelDepartures(
  { label }: Preregistration,
  labelling: RunAgainstFrozen["labelling"],
): Departure[] {
  if (labelling === null)
    return [{ where: "label", frozen: `labels by ${label.scheme}`, run: "nothing was labelled" }];
  return differing("label", label, labelling.options);
}

/** The gates are the library's: they differ where it was changed since. */
function gateDepartures({ gates }: Preregistration): Departure[] {
  const now = frozenGates();
  const byId = (list: typeof now): Record<string, unknown> =>
    Object.fromEntries(list.map(({ id, target, thresholds }) => [id, { target, thresholds }]));
  return differing("gates", byId(gates), byId(now));
}

function outcomeDepartures(
  { primaryOutcome }: Preregistration,
  { gates }: RunAgainstFrozen,
): Departure[] {
  const value = gates.find(({ id }) => id === primaryOutcome)?.value ?? null;
  return value === null
    ? [
        {
          where: "primary outcome",
          frozen: `judged by ${primaryOutcome}`,
          run: `${primaryOutcome} has no value in this run`,
        },
      ]
    : [];
}

/** The fields that two groups do not have alike, each as one departure. */
function differing(where: Departure["where"], frozen: object, run: object): Departure[] {
  const [before, now] = [frozen, run] as [Record<string, unknown>, Record<string, unknown>];
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...fields].flatMap((field) => {
    const told = (value: unknown): string =>
      value === undefined ? `${field} is not there` : `${field} is ${canonicalJson(value)}`;
    const [was, is] = [told(before[field]), told(now[field])];
    return was === is ? [] : [{ where, frozen: was, run: is }];
  });
}
