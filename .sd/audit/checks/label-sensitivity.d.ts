import { type Check } from "../check.js";
/**
 * How many labels change when one choice behind them changes: the clock, the margins, the cost
 * model.
 */
export declare const labelSensitivity: Check;
