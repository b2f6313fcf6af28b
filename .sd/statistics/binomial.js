import { logFactorial } from "./log-factorial.js";
/** P(X = successes) for X binomial with `trials` and `probability`. */
export function binomialProbability(successes, trials, probability) {
    if (probability === 0 || probability === 1)
        return successes === trials * probability ? 1 : 0;
    const logChoose = logFactorial(trials) - logFactorial(successes) - logFactorial(trials - successes);
    return Math.exp(logChoose + successes * Math.log(probability) + (trials - successes) * Math.log1p(-probability));
}
/**
 * A binomial draw: how many of `trials` succeed. Exact in distribution at any size: below an
 * expected 10 successes the gaps between successes are drawn (Devroye, 1986, section X.4), above it
 * W. Hörmann's transformed rejection (BTRS, 1993).
 */
export function drawBinomial(random, trials, probability) {
    if (!(Number.isInteger(trials) && trials >= 0))
        throw new RangeError(`a number of trials is a whole number, 0 or more, not ${trials}`);
    if (!(probability >= 0 && probability <= 1))
        throw new RangeError(`a probability lies in [0, 1], not ${probability}`);
    if (trials === 0 || probability === 0)
        return 0;
    if (probability > 0.5)
        return trials - drawBinomial(random, trials, 1 - probability);
    return trials * probability < 10
        ? drawByGaps(random, trials, probability)
        : drawByRejection(random, trials, probability);
}
/**
 * A multinomial draw of `trials` over cells with these relative weights, into `counts`: one
 * binomial a cell out of what the cells before it left.
 */
export function drawMultinomial(random, trials, weights, counts) {
    let leftWeight = 0;
    let leftTrials = trials;
    for (let cell = 0; cell < weights.length; cell++)
        leftWeight += weights[cell];
    for (let cell = 0; cell < weights.length; cell++) {
        // Rounding may leave the last cells a share just above 1, or nothing at all.
        const share = leftWeight > 0 ? Math.min(1, weights[cell] / leftWeight) : 0;
        counts[cell] =
            cell === weights.length - 1 ? leftTrials : drawBinomial(random, leftTrials, share);
        leftTrials -= counts[cell];
        leftWeight -= weights[cell];
    }
}
function drawByGaps(random, trials, probability) {
    const logFailure = Math.log1p(-probability);
    for (let successes = 0, used = 0;; successes++) {
        used += 1 + Math.floor(Math.log(1 - random.uniform()) / logFailure);
        if (used > trials)
            return successes;
    }
}
/** The letters are Hörmann's. */
function drawByRejection(random, n, p) {
    const deviation = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * deviation;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const c = n * p + 0.5;
    const vr = 0.92 - 4.2 / b;
    const alpha = (2.83 + 5.1 / b) * deviation;
    const mode = Math.floor((n + 1) * p);
    const logOdds = Math.log(p / (1 - p));
    const atMode = logFactorial(mode) + logFactorial(n - mode);
    for (;;) {
        const u = random.uniform() - 0.5;
        const v = 1 - random.uniform();
        const us = 0.5 - Math.abs(u);
        const k = Math.floor(((2 * a) / us + b) * u + c);
        if (us >= 0.07 && v <= vr)
            return k;
        if (k < 0 || k > n)
            continue;
        const accept = atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds;
        if (Math.log((v * alpha) / (a / (us * us) + b)) <= accept)
            return k;
    }
}
//# sourceMappingURL=binomial.js.map