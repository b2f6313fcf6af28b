/** What a prediction p turns into, for every loss: the answer (0 or 1), -ln p and -ln(1 - p). */
export type Response = [answer: number, surpriseIfOne: number, surpriseIfZero: number];
export declare function responseTo(probability: number, threshold: number): Response;
/**
 * A loss by row that is linear in the response: base + sum_c coefficients[c] x response[c]. Means
 * over responses are then means of losses.
 */
export interface RowLoss {
    base: Float64Array;
    coefficients: [Float64Array, Float64Array, Float64Array];
}
export declare function lossOfRow({ base, coefficients }: RowLoss, row: number, response: Response): number;
/** 1 where the answer is wrong. */
export declare function errorLoss(label: Uint8Array): RowLoss;
/** -ln P(the true class), in nats. */
export declare function logLoss(label: Uint8Array): RowLoss;
/** What the request costs on the platform that is answered. */
export declare function costLoss(costIfZero: Float64Array, costIfOne: Float64Array): RowLoss;
