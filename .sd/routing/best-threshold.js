import { ECS, LAMBDA } from "../campaign/index.js";
import { doublyRobustScores } from "./doubly-robust.js";
import { judgeable } from "./estimator.js";
/**
 * USD a request saves on Lambda, waiting included, by its doubly robust scores; NaN where that
 * cannot be said.
 */
export function lambdaAdvantage(observed, strata, usdPerMs) {
    const net = observed.costUsd.map((usd, row) => usd + usdPerMs * observed.latencyMs[row]);
    const { judged } = judgeable(observed, strata);
    const scores = doublyRobustScores([net], observed.platform, judged, strata);
    return scores[ECS][0].map((ecs, row) => ecs - scores[LAMBDA][0][row]);
}
/**
 * The threshold with the largest estimated saving on these rows (validation rows: those the model
 * is judged on later must not have a say), over all thresholds that tell apart two of its
 * probabilities, and the two that tell none. Policy learning by doubly robust scores: Athey and
 * Wager, 2021. Ties go to the threshold nearest to one half.
 */
export function bestThreshold(probability, advantage) {
    const order = Uint32Array.from(advantage.keys())
        .filter((row) => !Number.isNaN(advantage[row]))
        .sort((a, b) => probability[b] - probability[a]);
    if (order.length === 0)
        throw new RangeError("no request's saving can be estimated: no context cell was seen on both platforms");
    let best = { threshold: 1, savedNetUsd: 0 };
    let saved = 0;
    for (let i = 0; i < order.length; i++) {
        saved += advantage[order[i]] / order.length;
        const own = probability[order[i]];
        const next = i + 1 < order.length ? probability[order[i + 1]] : own > 0 ? -own : -1;
        if (next === own)
            continue;
        const threshold = (own + next) / 2;
        // A gain within rounding is a tie.
        const gain = saved - best.savedNetUsd;
        const tie = Math.abs(gain) <= 1e-12 * Math.abs(saved);
        if ((tie && Math.abs(threshold - 0.5) < Math.abs(best.threshold - 0.5)) || (!tie && gain > 0))
            best = { threshold, savedNetUsd: saved };
    }
    return best;
}
//# sourceMappingURL=best-threshold.js.map