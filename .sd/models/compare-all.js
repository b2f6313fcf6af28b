import { compareClassifiers } from "./compare.js";
/**
 * Every pair of classifiers in their order; differences are the first's accuracy minus the
 * second's. `blocks` are those of the rows compared.
 */
export function compareAll(label, contenders, blocks) {
    return contenders.flatMap((first, i) => contenders.slice(i + 1).map((second) => ({
        a: first.title,
        b: second.title,
        ...compareClassifiers(label, first.probability, second.probability, { blocks }),
    })));
}
/**
 * Classifiers that answer (nearly) every row alike, put together: a chain of pairs that agree on at
 * least `leastShare` of the rows makes one group. Groups of one are left out; largest first.
 */
export function sameFunctions(pairs, leastShare = 1) {
    const groupOf = new Map();
    for (const { a, b, identicalShare } of pairs) {
        for (const title of [a, b])
            if (!groupOf.has(title))
                groupOf.set(title, new Set([title]));
        const first = groupOf.get(a);
        const second = groupOf.get(b);
        if (identicalShare < leastShare || first === second)
            continue;
        for (const title of second)
            groupOf.set(title, first.add(title));
    }
    return [...new Set(groupOf.values())]
        .map((group) => [...group])
        .filter((group) => group.length > 1)
        .sort((x, y) => y.length - x.length);
}
//# sourceMappingURL=compare-all.js.map