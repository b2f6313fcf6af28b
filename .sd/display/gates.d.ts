import { type GateResult } from "../campaign/index.js";
import { type TableOptions } from "./table.js";
/** Shows gates in two tables: the user's, and the ones that cannot be fooled. */
export declare function showGates(gates: readonly GateResult[], options?: Pick<TableOptions, "simulated">): void;
/** The gates as plain text, for a terminal. */
export declare function gateLines(gates: readonly GateResult[]): string;
/** What a gate asks, in words. */
export declare function gateQuestion({ id }: GateResult): string;
