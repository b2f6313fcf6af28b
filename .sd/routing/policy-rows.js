/**
 * A comparison as rows of a table: what each policy costs in time and money, what it saves, and its
 * regret where an oracle was named.
 */
export function valueRows({ values }) {
    return values.map(({ policy, lambdaShare, mean, saved, savedNetUsd, regret }) => ({
        policy,
        lambdaShare,
        latencyMs: mean.latencyMs,
        costUsd: mean.costUsd,
        savedMs: saved.latencyMs,
        savedUsd: saved.costUsd,
        savedNetUsd,
        regretMs: regret?.latencyMs ?? null,
        regretUsd: regret?.costUsd ?? null,
    }));
}
/**
 * The same for what the clients see: quantiles of the latency as `p50`, `p95`…, failures, and
 * misses of each limit as `over1000ms`…
 */
export function serviceRows({ values, }) {
    return values.map(({ policy, failed, quantiles, sloMisses }) => ({
        policy,
        failed,
        ...Object.fromEntries(quantiles.map(({ probability, latencyMs }) => [`p${probability * 100}`, latencyMs])),
        ...Object.fromEntries(sloMisses.map(({ limitMs, share }) => [`over${limitMs}ms`, share])),
    }));
}
/** One policy by several comparisons (methods, or ways to bill ECS): what each says it saves. */
export function savingRows(comparisons, policy) {
    return Object.entries(comparisons).map(([name, comparison]) => {
        const value = comparison.values.find((one) => one.policy === policy);
        if (!value)
            throw new RangeError(`the comparison "${name}" holds no policy "${policy}"`);
        return {
            name,
            reference: comparison.reference,
            rows: comparison.rows,
            refused: comparison.refused.rows,
            savedMs: value.saved.latencyMs,
            savedUsd: value.saved.costUsd,
            savedNetUsd: value.savedNetUsd,
        };
    });
}
/**
 * What each policy costs a request by several comparisons, one column each under the comparison's
 * name.
 */
export function costRows(comparisons) {
    const [first] = Object.values(comparisons);
    return first.values.map(({ policy }, p) => ({
        policy,
        ...Object.fromEntries(Object.entries(comparisons).map(([name, { values }]) => [name, values[p].mean.costUsd])),
    }));
}
/** Routers as rows of a table, the best on validation first. */
export function routerRows(routers) {
    return [...routers]
        .sort((a, b) => b.validationNetUsd - a.validationNetUsd)
        .map(({ name, threshold, validationNetUsd }) => ({
        router: name,
        threshold,
        validationNetUsd,
    }));
}
/** An amount in USD a request as USD per million requests, for an axis. */
export function perMillion({ estimate, low, high, level }) {
    return { estimate: estimate * 1e6, low: low * 1e6, high: high * 1e6, level };
}
//# sourceMappingURL=policy-rows.js.map