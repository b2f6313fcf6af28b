import { codeColumn, codeRows } from "../statistics/index.js";
/**
 * Puts features together that determine each other on these rows (a size, its square and its
 * logarithm): each group is one variable, named after its first feature. Constant columns form a
 * group of their own.
 */
export function mutualGroups(features) {
    const groups = [];
    features.columns.forEach((column, f) => {
        const { codeOfRow, codeCount } = codeColumn(column, features.rowCount);
        // Two columns determine each other when each has as many values as the two together.
        const same = groups.find(({ codes, count }) => count === codeCount &&
            codeRows([codes, codeOfRow], features.rowCount).codeCount === codeCount);
        if (same)
            same.members.push(f);
        else
            groups.push({ members: [f], codes: codeOfRow, count: codeCount });
    });
    return groups.map(({ members }) => ({
        name: features.names[members[0]] + (members.length > 1 ? ` (+${members.length - 1})` : ""),
        features: members.map((f) => features.names[f]),
    }));
}
//# sourceMappingURL=mutual-groups.js.map