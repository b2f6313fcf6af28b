import { clipProbability } from "../models/index.js";

/** What a prediction p turns into, for every loss: the answer (0 or 1), -ln p and -ln(1 - p). */
export type Response = [answer: number, surpriseIfOne: number, surpriseIfZero: number];

export function responseTo(probability: number, threshold: number): Response {
  const kept = clipProbability(probability);
  return [probability > threshold ? 1 : 0, -Math.log(kept), -Math.log(1 - kept)];
}

/**
 * A loss by row that is linear in the response: base + sum_c coefficients[c] x response[c]. Means
 * over responses are then means of losses.
 */
export interface RowLoss {
  base: Float64Array;
  coefficients: [Float64Array, Float64Array, Float64Array];
}

export function lossOfRow(
  { base, coefficients }: RowLoss,
  row: number,
  response: Response,
): number {
  return (
    base[row] +
    coefficients[0][row] * response[0] +
    coefficients[1][row] * response[1] +
    coefficients[2][row] * response[2]
  );
}

/** 1 where the answer is wrong. */
export function errorLoss(label: Uint8Array): RowLoss {
  const none = new Float64Array(label.length);
  return {
    base: Float64Array.from(label),
    coefficients: [Float64Array.from(label, (y) => 1 - 2 * y), none, none],
  };
}

/** -ln P(the true class), in nats. */
export function logLoss(label: Uint8Array): RowLoss {
  const none = new Float64Array(label.length);
  return {
    base: none,
    coefficients: [none, Float64Array.from(label), Float64Array.from(label, (y) => 1 - y)],
  };
}

/** What the request costs on the platform that is answered. */
export function costLoss(costIfZero: Float64Array, costIfOne: Float64Array): RowLoss {
  const none = new Float64Array(costIfZero.length);
  return {
    base: costIfZero,
    coefficients: [costIfOne.map((cost, row) => cost - costIfZero[row]), none, none],
  };
}
