import { quantileSorted } from "../statistics/index.js";
/** One gate over several simulations of a plan. */
export function expectedGate(results) {
    const { id, stage, target, unit, cannotBeFooled } = results[0];
    const values = results
        .map(({ value }) => value)
        .filter((value) => value !== null)
        .map((value) => (id === "label-share" ? Math.min(value, 1 - value) : value));
    const passShare = results.filter(({ verdict }) => verdict === "pass").length / results.length;
    const verdict = values.length === 0
        ? "not applicable"
        : passShare === 1
            ? "pass"
            : passShare === 0 && results.every((r) => r.verdict !== "warn")
                ? "fail"
                : "warn";
    return {
        id,
        stage,
        target,
        unit,
        cannotBeFooled,
        value: values.length > 0 ? spread(values) : null,
        passShare,
        verdict,
    };
}
/** Verdicts of several simulations together, by gate. */
export function expectedVerdicts(runs) {
    return new Map(runs[0].map(({ id }, g) => [id, expectedGate(runs.map((gates) => gates[g])).verdict]));
}
/**
 * What became of the gates: those that flip, and how many are newly met, less those newly missed.
 */
export function compareVerdicts(before, after) {
    const flips = [...before].flatMap(([gate, from]) => from === after.get(gate) ? [] : [{ gate, from, to: after.get(gate) }]);
    return {
        flips,
        gained: flips.filter(({ to }) => to === "pass").length -
            flips.filter(({ from }) => from === "pass").length,
    };
}
export function spread(values) {
    const sorted = Float64Array.from(values).sort();
    return {
        mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
        low: quantileSorted(sorted, 0.025),
        high: quantileSorted(sorted, 0.975),
    };
}
//# sourceMappingURL=expected-gate.js.map