import { gateThresholds } from "../campaign/index.js";

/** What a simulation of a candidate shows; null where it was not trained on. */
export interface Measured {
  /** Share of Lambda labels by workload. */
  lambdaShare: Readonly<Record<string, number>>;
  coldShare: number;
  /** Distance of the windows' intervals of it; null where that was not looked at. */
  coldApart: number | null;
  /** Share of the labels that the cost axis decides: Lambda is faster and not cheaper. */
  costDecides: number;
  trained: {
    accuracy: number;
    gap: number;
    twoColumns: number;
    staticColumns: number;
    /** Share of the importance of the first input, and the drops of all, largest first. */
    topShare: number;
    drops: readonly number[];
  } | null;
  /** Values of all gates by id; null where they were not judged. */
  gates: Readonly<Record<string, number | null>> | null;
}

/** One thing asked of a campaign, and how a measured value stands to it. */
export interface Requirement {
  /** Id of the gate, or the name of what is asked beside the gates. */
  id: string;
  /**
   * Distance to what is asked, above 0 where it is met, in steps that chance moves it by from one
   * simulation to the next (typical standard deviations over seeds, seen in pre-flights of duets of
   * some 20,000 pairs); null where it was not measured.
   */
  slack(measured: Measured): number | null;
}

/** A lookup of two planned columns must be this far below the model, one of all of them so far. */
export const LOOKUPS_BELOW = { twoColumns: 0.05, staticColumns: 0.03 } as const;

/** The user's hope is 75 %; a campaign is designed to stand above it with room for bad luck. */
const DESIGNED_ACCURACY = { low: 0.78, high: 0.9 } as const;

const within = (value: number, low: number, high: number): number =>
  Math.min(value - low, high - value);

/** What the search asks of a campaign: the gates that chance or design can turn, and no lookup. */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: "label-share",
    slack: ({ lambdaShare }) => {
      const { low, high } = gateThresholds("label-share");
      const shares = Object.values(lambdaShare);
      return Math.min(...shares.map((share) => within(share, low, high))) / 0.05;
    },
  },
  {
    id: "cold-starts",
    slack: ({ coldShare }) => {
      const { low, high } = gateThresholds("cold-starts");
      return within(coldShare, low, high) / 0.01;
    },
  },
  {
    id: "cold-starts-differ",
    slack: ({ coldApart }) =>
      coldApart && (coldApart - gateThresholds("cold-starts-differ").gap) / 0.01,
  },
  judged("ceiling", (ceiling) => (ceiling - gateThresholds("ceiling").hopedFor) / 0.012),
  judged("headroom", (headroom) => (headroom - gateThresholds("headroom").headroom) / 0.008),
  judged("lift", (way) => (way - gateThresholds("lift").way) / 0.1),
  judged("gap-cells", (gap) => (gateThresholds("gap-cells").gap - gap) / 0.015),
  trained("accuracy", ({ accuracy }) => {
    const { low, high } = DESIGNED_ACCURACY;
    return within(accuracy, low, high) / 0.012;
  }),
  trained("gap", ({ gap }) => (gateThresholds("gap").gap - gap) / 0.008),
  trained("top-feature", ({ topShare }) => (gateThresholds("top-feature").most - topShare) / 0.03),
  trained("contributing-features", ({ drops }) => {
    const { features } = gateThresholds("contributing-features");
    return ((drops[features - 1] ?? 0) - LEAST_DROP) / 0.003;
  }),
  trained(
    "beats a lookup of two columns",
    ({ accuracy, twoColumns }) => (accuracy - twoColumns - LOOKUPS_BELOW.twoColumns) / 0.01,
  ),
  trained(
    "beats a lookup of all planned columns",
    ({ accuracy, staticColumns }) =>
      (accuracy - staticColumns - LOOKUPS_BELOW.staticColumns) / 0.01,
  ),
];

/** A tenth of a point: what the gate `contributing-features` counts as a contribution. */
const LEAST_DROP = 0.001;

function trained(id: string, slack: (of: NonNullable<Measured["trained"]>) => number): Requirement {
  return { id, slack: ({ trained: of }) => of && slack(of) };
}

function judged(id: string, slack: (value: number) => number): Requirement {
  return {
    id,
    slack: ({ gates }) => {
      const value = gates?.[id] ?? null;
      return value === null ? null : slack(value);
    },
  };
}

/** Slack beyond this is no better than this: such a requirement is met whatever the seed. */
const ENOUGH = 2;

/** A candidate's standing: larger is better, above 0 where every requirement was met. */
export interface Standing {
  /** The least slack. */
  worst: number;
  /** The requirement it is of: what binds. */
  binding: string;
  /** The least slack, and to tell equals apart a little of the mean and of the cost's part. */
  score: number;
}

/** Judges what was measured, the worst over several simulations. */
export function standing(simulations: readonly Measured[]): Standing {
  const slacks = REQUIREMENTS.flatMap(({ id, slack }) => {
    const values = simulations.map(slack).filter((value) => value !== null);
    return values.length > 0 ? [{ id, value: Math.min(ENOUGH, ...values) }] : [];
  });
  const worst = slacks.reduce((least, one) => (one.value < least.value ? one : least));
  const mean = slacks.reduce((sum, { value }) => sum + value, 0) / slacks.length;
  const cost = Math.min(...simulations.map(({ costDecides }) => costDecides));
  return {
    worst: worst.value,
    binding: worst.id,
    score: worst.value + 0.05 * mean + Math.min(0.2, 4 * cost),
  };
}
