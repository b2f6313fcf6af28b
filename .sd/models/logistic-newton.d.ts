import { type Cholesky } from "../statistics/index.js";
/** Folded rows ready for Newton's method: the first of `columns` is the intercept's (all 1). */
export interface LogisticProblem {
    columns: Float64Array[];
    /** Weight of the rows with label 0, with label 1, by row. */
    negatives: Float64Array;
    positives: Float64Array;
    /**
     * What a coefficient's square costs, halved: minimise -log likelihood + 1/2 sum_j penalty_j
     * beta_j^2.
     */
    penalty: Float64Array;
}
export interface LogisticSolution {
    coefficients: Float64Array;
    /** Factor of the (penalised) Hessian at the solution. */
    hessian: Cholesky;
    iterations: number;
    converged: boolean;
    /** ln likelihood, without the penalty. */
    logLikelihood: number;
    /**
     * The last step, and what it did to the linear predictor of each row: both stay large only where
     * the data are separated.
     */
    lastStep: Float64Array;
    predictor: Float64Array;
    lastPredictorStep: Float64Array;
}
/**
 * Maximises the (penalised) likelihood of a logistic regression by Newton's method, which is
 * iteratively reweighted least squares (McCullagh and Nelder, 1989, section 4.4), with steps halved
 * where the likelihood would fall. It has converged when no row's linear predictor moved by more
 * than `tolerance`; the next step would move it by about its square. It stops without having
 * converged after `maxIterations`, where no part of a step leads down, or where the Hessian loses rank
 * on the way.
 */
export declare function solveLogistic(problem: LogisticProblem, maxIterations: number, tolerance?: number, watch?: (iteration: number) => void): LogisticSolution;
/** 1 / (1 + exp(-x)), without overflow. */
export declare function logistic(x: number): number;
/** ln(1 + exp(x)), without overflow: the log loss of log odds x where the label is 0. */
export declare function softplus(x: number): number;
