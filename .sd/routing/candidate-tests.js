/** Cut points of a number, at most; of more distinct values, those at even ranks are taken. */
const MOST_CUTS = 48;
/**
 * Every condition that parts these contexts: "is" and "is not" for each category, "at most" and
 * "above" for each value of a number but the last. Thresholds are values that occur, so that a rule
 * can be read against the plan.
 */
export function candidateTests(columns, contextCount) {
    const tests = [];
    const add = (condition, pass) => {
        const passes = Uint8Array.from({ length: contextCount }, (_, context) => Number(pass(context)));
        const members = Uint32Array.from(passes.keys()).filter((context) => passes[context] === 1);
        if (members.length > 0 && members.length < contextCount)
            tests.push({ condition, members, passes });
    };
    for (const { input, values, names } of columns) {
        const distinct = Float64Array.from(new Set(values.filter((value) => !Number.isNaN(value)))).sort();
        if (names !== null || input === "weekend") {
            const named = (code) => names?.[code] ?? code;
            for (const code of distinct)
                add({ input, test: "is", value: named(code) }, (context) => values[context] === code);
            // Of two categories, "is not" one says "is" the other.
            if (distinct.length > 2)
                for (const code of distinct)
                    add({ input, test: "is not", value: named(code) }, (context) => values[context] >= 0 && values[context] !== code);
            continue;
        }
        const cuts = distinct.subarray(0, -1);
        const step = Math.max(1, cuts.length / MOST_CUTS);
        for (let at = 0; at < cuts.length; at += step) {
            const cut = cuts[Math.floor(at)];
            add({ input, test: "at most", value: cut }, (context) => values[context] <= cut);
            add({ input, test: "above", value: cut }, (context) => values[context] > cut);
        }
    }
    return tests;
}
//# sourceMappingURL=candidate-tests.js.map