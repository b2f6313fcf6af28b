import { clipProbability } from "../models/index.js";
export function responseTo(probability, threshold) {
    const kept = clipProbability(probability);
    return [probability > threshold ? 1 : 0, -Math.log(kept), -Math.log(1 - kept)];
}
export function lossOfRow({ base, coefficients }, row, response) {
    return (base[row] +
        coefficients[0][row] * response[0] +
        coefficients[1][row] * response[1] +
        coefficients[2][row] * response[2]);
}
/** 1 where the answer is wrong. */
export function errorLoss(label) {
    const none = new Float64Array(label.length);
    return {
        base: Float64Array.from(label),
        coefficients: [Float64Array.from(label, (y) => 1 - 2 * y), none, none],
    };
}
/** -ln P(the true class), in nats. */
export function logLoss(label) {
    const none = new Float64Array(label.length);
    return {
        base: none,
        coefficients: [none, Float64Array.from(label), Float64Array.from(label, (y) => 1 - y)],
    };
}
/** What the request costs on the platform that is answered. */
export function costLoss(costIfZero, costIfOne) {
    const none = new Float64Array(costIfZero.length);
    return {
        base: costIfZero,
        coefficients: [costIfOne.map((cost, row) => cost - costIfZero[row]), none, none],
    };
}
//# sourceMappingURL=row-losses.js.map