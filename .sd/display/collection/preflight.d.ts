import type { DefaultChange, ExpectedGate, GateSensitivity, PlanChange, Preflight, Spread } from "../../preflight/index.js";
export declare const EXPECTED_GATE_COLUMNS = "gate | value::simulated value | target | met:share:simulations that meet it | verdict:verdict";
export declare const PLAN_CHANGE_COLUMNS = "change | gained:count:gates gained | flips::gates that flip";
export declare const DEFAULT_CHANGE_COLUMNS = "name::default | changed::from \u2192 to | flips::gates that flip | source";
/**
 * Gates of a pre-flight as rows of a table, with the range of their values over the simulations.
 */
export declare function expectedGateRows(gates: readonly ExpectedGate[]): object[];
/** Single changes of a plan that flip a gate. */
export declare function planChangeRows(changes: readonly PlanChange[]): object[];
/** Halved and doubled defaults of the simulator that flip a gate. */
export declare function defaultChangeRows(changes: readonly DefaultChange[]): object[];
/**
 * A pre-flight: table of its gates, how often each is met as bars, and the most important input in
 * words.
 */
export declare function showPreflight({ plan, runs, gates, topInput, bill, }: Preflight): Promise<void>;
/**
 * How much of a pre-flight rests on the simulator's defaults: the gates that flip when one is
 * halved or doubled.
 */
export declare function showDefaultSensitivity({ plan, runs, changes }: GateSensitivity): void;
/** The mean over simulations with the range of 95 % of them; the number alone where they agree. */
export declare function rangeText({ mean, low, high }: Spread, text: (value: number) => string): string;
