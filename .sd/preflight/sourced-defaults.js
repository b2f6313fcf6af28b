function scale(value, factor, { from = 0, to = Infinity, whole = false }) {
    const scaled = Math.min(to, Math.max(from, value * factor));
    return whole ? Math.round(scaled) : scaled;
}
function ofGroup(group, field, unit, source, limits = {}) {
    const value = ({ plan }) => plan[group][field];
    return {
        name: `${group}.${field}`,
        unit,
        source,
        values: (setting) => [value(setting)],
        scaled: (setting, factor) => ({
            ...setting,
            plan: {
                ...setting.plan,
                [group]: { ...setting.plan[group], [field]: scale(value(setting), factor, limits) },
            },
        }),
    };
}
/** A figure of every handler; pairs (low, high) are scaled together. */
function ofHandlers(field, unit, source, limits = {}) {
    const scaleBoth = (value, factor) => typeof value === "number"
        ? scale(value, factor, limits)
        : [scale(value[0], factor, limits), scale(value[1], factor, limits)];
    return {
        name: `handlers' ${field}`,
        unit,
        source,
        values: ({ plan }) => {
            const values = plan.workloads
                .map(({ demand }) => demand[field])
                .map((value) => (typeof value === "number" ? value : (value[0] + value[1]) / 2));
            return values.every((value) => value === 0) ? null : values;
        },
        scaled: (setting, factor) => {
            const workloads = setting.plan.workloads.map((w) => ({
                ...w,
                demand: { ...w.demand, [field]: scaleBoth(w.demand[field], factor) },
            }));
            return { ...setting, plan: { ...setting.plan, workloads } };
        },
    };
}
function ofScaling(field, unit, limits = {}) {
    return {
        name: `ecs.scaling.${field}`,
        unit,
        source: "CALIBRATION, scaling and start-up",
        values: ({ plan }) => plan.ecs.scaling && [plan.ecs.scaling[field]],
        scaled: (setting, factor) => {
            const { ecs } = setting.plan;
            return ecs.scaling
                ? {
                    ...setting,
                    plan: {
                        ...setting.plan,
                        ecs: {
                            ...ecs,
                            scaling: { ...ecs.scaling, [field]: scale(ecs.scaling[field], factor, limits) },
                        },
                    },
                }
                : setting;
        },
    };
}
function ofPrices(field, unit) {
    return {
        name: `prices.${field}`,
        unit,
        source: "the labels' price table",
        values: ({ prices }) => [prices[field]],
        scaled: (setting, factor) => ({
            ...setting,
            prices: { ...setting.prices, [field]: setting.prices[field] * factor },
        }),
    };
}
const FITTED = "fitted to the author's variance run";
const SHARE = { to: 1 };
const SECONDS = { from: 60 };
/**
 * Every figure the simulator did not get from the plan's design, each to be halved and doubled.
 * Left out are AWS's published limits (payload, concurrency, new environments), which are not
 * estimates, and what a plan chooses: sizes, rates, windows, memory, tasks.
 */
export const SOURCED_DEFAULTS = [
    ofGroup("client", "timeoutMs", "ms", "Artillery's default"),
    ofGroup("client", "roundTripMs", "ms", FITTED),
    ofGroup("client", "firstWindowBytes", "bytes", "RFC 6928"),
    ofGroup("client", "uplinkMbitPerSecond", "Mbit/s", FITTED),
    ofGroup("client", "queuedKbPerBody", "KiB", FITTED),
    ofGroup("client", "maxQueueMs", "ms", FITTED),
    {
        name: "lambda.initialisation, median",
        unit: "ms",
        source: "CALIBRATION, Lambda initialisation",
        values: ({ plan }) => [Math.exp(plan.lambda.initialisation.lnMean)],
        scaled: ({ plan, prices }, factor) => {
            const { initialisation } = plan.lambda;
            return {
                prices,
                plan: {
                    ...plan,
                    lambda: {
                        ...plan.lambda,
                        initialisation: { ...initialisation, lnMean: initialisation.lnMean + Math.log(factor) },
                    },
                },
            };
        },
    },
    {
        name: "lambda.initialisation, scatter",
        unit: "sd of ln(ms)",
        source: "CALIBRATION, Lambda initialisation",
        values: ({ plan }) => [plan.lambda.initialisation.lnSd],
        scaled: ({ plan, prices }, factor) => {
            const { initialisation } = plan.lambda;
            return {
                prices,
                plan: {
                    ...plan,
                    lambda: {
                        ...plan.lambda,
                        initialisation: {
                            ...initialisation,
                            lnSd: scale(initialisation.lnSd, factor, { to: 3 }),
                        },
                    },
                },
            };
        },
    },
    ofGroup("lambda", "firstRunFactor", "times", "CALIBRATION, CPU, memory, noise (up to 10; a middle value)", { from: 1 }),
    {
        name: "lambda.keepAlive",
        unit: "s",
        source: "CALIBRATION, idle environments (SeBS)",
        values: ({ plan: { lambda: { keepAlive }, }, }) => [keepAlive.law === "fixed" ? keepAlive.seconds : keepAlive.periodSeconds],
        scaled: ({ plan, prices }, factor) => {
            const law = plan.lambda.keepAlive;
            const keepAlive = law.law === "fixed"
                ? { ...law, seconds: law.seconds * factor }
                : { ...law, periodSeconds: law.periodSeconds * factor };
            return { prices, plan: { ...plan, lambda: { ...plan.lambda, keepAlive } } };
        },
    },
    ofGroup("lambda", "fullVcpuMemoryMb", "MB", "CALIBRATION, CPU, memory, noise (AWS)"),
    ofGroup("lambda", "roundTrips", "round trips", FITTED, { from: 1 }),
    ofGroup("lambda", "overheadMs", "ms", FITTED),
    ofGroup("lambda", "errorShare", "share", FITTED, SHARE),
    ofGroup("ecs", "concurrencyPerTask", "requests", FITTED, { from: 1, whole: true }),
    ofGroup("ecs", "bufferedKb", "KiB", FITTED),
    ofGroup("ecs", "queueLimit", "requests", "uvicorn's default", { whole: true }),
    ofGroup("ecs", "roundTrips", "round trips", FITTED, { from: 1 }),
    ofGroup("ecs", "overheadMs", "ms", FITTED),
    ofGroup("ecs", "errorShare", "share", FITTED, SHARE),
    ofScaling("targetCpuPercent", "%", { to: 100 }),
    ofScaling("reactsAfterSeconds", "s", SECONDS),
    ofScaling("scalesInAfterSeconds", "s", SECONDS),
    ofScaling("taskStartSeconds", "s"),
    ofHandlers("waitMs", "ms, middle", "the author's sleeps (fitted); CALIBRATION, SeBS thumbnailer"),
    ofHandlers("cpuMs", "ms on a vCPU", "CALIBRATION, SeBS thumbnailer; measured on the development machine"),
    ofHandlers("cpuMsPerMb", "ms per MB on a vCPU", "fitted; measured on the development machine"),
    ofHandlers("noiseLnSd", "sd of ln(ms)", "CALIBRATION, CPU, memory, noise", { to: 3 }),
    ofHandlers("stragglerShare", "share", "CALIBRATION, CPU, memory, noise", SHARE),
    ofHandlers("stragglerFactor", "times, middle", "CALIBRATION, CPU, memory, noise", { from: 1 }),
    ofPrices("lambdaUsdPerGbSecond", "USD"),
    ofPrices("lambdaUsdPerRequest", "USD"),
    {
        name: "prices of Fargate",
        unit: "USD per vCPU and hour",
        source: "the labels' price table",
        values: ({ prices }) => [prices.fargateUsdPerVcpuHour],
        scaled: ({ plan, prices }, factor) => ({
            plan,
            prices: {
                ...prices,
                fargateUsdPerVcpuHour: prices.fargateUsdPerVcpuHour * factor,
                fargateUsdPerGbHour: prices.fargateUsdPerGbHour * factor,
            },
        }),
    },
];
//# sourceMappingURL=sourced-defaults.js.map