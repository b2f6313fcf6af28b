import { type Blocks, type Interval } from "../statistics/index.js";
/** Rows whose predictions lie near each other, and what came of them. */
export interface CalibrationBin {
    /**
     * Bounds of the bin ("uniform": `from` exclusive but for the first, as in scikit-learn), or its
     * lowest and highest prediction ("quantile").
     */
    from: number;
    to: number;
    weight: number;
    meanPredicted: number;
    /**
     * Share of label 1 with its interval over blocks of time; where there are none, Wilson's (weights
     * taken as numbers of rows).
     */
    observed: Interval;
}
export interface Calibration {
    bins: CalibrationBin[];
    /**
     * Mean over the rows of |observed - predicted| of their bin (expected calibration error; Naeini
     * et al., 2015).
     */
    expectedError: number;
    /** The largest such distance of any bin. */
    largestError: number;
}
export interface CalibrationOptions {
    /** 10 unless said. */
    bins?: number;
    /**
     * "uniform": bins of equal width; "quantile": of about equal weight, a distinct prediction never
     * cut in two.
     */
    strategy?: "uniform" | "quantile";
    /** Blocks of time of the rows, which then have no weights. */
    blocks?: Blocks | undefined;
}
/**
 * The calibration curve: of the requests said to be p likely Lambda optimal, how many are? Empty
 * bins are left out.
 */
export declare function calibrationCurve(label: Uint8Array, probability: Float64Array, weight?: Float64Array, options?: CalibrationOptions): Calibration;
