import { FEATURES } from "../features/index.js";
import {
  emptyArrivalState,
  LONGEST_IDLE_SECONDS,
  LOOK_BACK_SECONDS,
  type ArrivalState,
} from "../requests/index.js";

/** One figure of the arrival state, named like the feature it is. */
export interface ArrivalField {
  name: string;
  /** What it counts, in words. */
  title: string;
  unit: "s" | "KiB" | "requests";
  /** The largest value that is one. */
  most: number;
  column(state: ArrivalState): Float64Array;
}

/**
 * The arrival state as fields of a request's context: seconds since the last request of its
 * workload; requests and KiB of its workload, and of all, in the last 10 s, 60 s and 5 min.
 */
export const ARRIVAL_FIELDS: readonly ArrivalField[] = [
  {
    name: "idle_seconds",
    title: "time since its workload's last request",
    unit: "s",
    most: LONGEST_IDLE_SECONDS,
    column: ({ idleSeconds }) => idleSeconds,
  },
  ...LOOK_BACK_SECONDS.flatMap((seconds): ArrivalField[] => [
    {
      name: `requests_last_${seconds}s`,
      title: `its workload's load of ${seconds} s`,
      unit: "requests",
      most: 1e9,
      column: ({ own }) => own[seconds].requests,
    },
    {
      name: `kib_last_${seconds}s`,
      title: `its workload's bodies of ${seconds} s`,
      unit: "KiB",
      most: 1e12,
      column: ({ own }) => own[seconds].kib,
    },
    {
      name: `all_requests_last_${seconds}s`,
      title: `the load of ${seconds} s`,
      unit: "requests",
      most: 1e9,
      column: ({ all }) => all[seconds].requests,
    },
    {
      name: `all_kib_last_${seconds}s`,
      title: `the bodies of ${seconds} s`,
      unit: "KiB",
      most: 1e12,
      column: ({ all }) => all[seconds].kib,
    },
  ]),
];

/** The fields of a state of one row. */
export function arrivalFieldsOf(state: ArrivalState): Record<string, number> {
  return Object.fromEntries(ARRIVAL_FIELDS.map(({ name, column }) => [name, column(state)[0]]));
}

/** A state of one row from its fields; NaN where a field is not given. */
export function arrivalStateFrom(fields: Readonly<Record<string, number>>): ArrivalState {
  const state = emptyArrivalState(1);
  for (const { name, column } of ARRIVAL_FIELDS) column(state)[0] = fields[name] ?? NaN;
  return state;
}

/**
 * The fields that a model reads: those that bear a feature's name, and the idle time for its
 * logarithm, which no one is asked for.
 */
export function arrivalFieldsRead(featureNames: readonly string[]): ArrivalField[] {
  return ARRIVAL_FIELDS.filter(
    ({ name }) => featureNames.includes(name) || featureNames.includes(`${name}_log`),
  );
}

/** Whether a feature is one of the arrival state. */
export function isArrivalFeature(featureName: string): boolean {
  return FEATURES.some(({ name, set }) => name === featureName && set === "state");
}
