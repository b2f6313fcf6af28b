import { normalQuantile } from "./intervals.js";
/**
 * P(T <= t) for Student's t with a whole number of degrees of freedom: the finite trigonometric
 * series of Abramowitz and Stegun (1964), 26.7.3 for odd and 26.7.4 for even degrees.
 */
export function studentProbability(t, degrees) {
    if (!(Number.isInteger(degrees) && degrees >= 1))
        throw new RangeError(`degrees of freedom are a whole number, 1 or more, not ${degrees}`);
    const angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
    const cosine = Math.cos(angle);
    const odd = degrees % 2 === 1;
    let term = odd ? cosine : 1;
    let sum = degrees === 1 ? 0 : term;
    for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2)
        sum += term *= ((k - 1) / k) * cosine * cosine;
    const within = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    return t >= 0 ? 0.5 + within / 2 : 0.5 - within / 2;
}
/**
 * From here on the expansion round the normal quantile is closer than 1e-7 for all but the farthest
 * tails.
 */
const MANY_DEGREES = 1000;
/**
 * The quantile function of Student's t: `studentProbability` inverted by bisection, to a relative
 * 1e-12; above 1,000 degrees of freedom the first terms of the expansion of Abramowitz and Stegun
 * (1964), 26.7.5.
 */
export function studentQuantile(probability, degrees) {
    if (!(probability > 0 && probability < 1))
        throw new RangeError(`a probability strictly between 0 and 1 is needed, not ${probability}`);
    if (probability < 0.5)
        return -studentQuantile(1 - probability, degrees);
    if (degrees > MANY_DEGREES) {
        const z = normalQuantile(probability);
        return (z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2));
    }
    let low = 0;
    let high = 1;
    while (studentProbability(high, degrees) < probability)
        high *= 2;
    while (high - low > 1e-12 * high) {
        const middle = (low + high) / 2;
        if (middle === low || middle === high)
            break;
        if (studentProbability(middle, degrees) < probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
//# sourceMappingURL=student-t.js.map