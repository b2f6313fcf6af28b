import { mcnemarTest, pairedTest } from "../statistics/index.js";
/**
 * Compares two classifiers' probabilities on the same rows: who is right where, beyond chance or
 * not, and how often they are of one mind. A row is answered 1 above `threshold`. `blocks` are those
 * of the rows compared.
 */
export function compareClassifiers(label, first, second, { threshold = 0.5, blocks } = {}) {
    if (first.length !== label.length || second.length !== label.length)
        throw new RangeError(`${first.length} and ${second.length} predictions for ${label.length} labels`);
    const rows = label.length;
    const right = new Int8Array(rows);
    let bothRight = 0;
    let onlyFirstRight = 0;
    let onlySecondRight = 0;
    for (let row = 0; row < rows; row++) {
        const truth = label[row] === 1;
        const firstRight = first[row] > threshold === truth;
        const secondRight = second[row] > threshold === truth;
        right[row] = Number(firstRight) - Number(secondRight);
        if (firstRight && secondRight)
            bothRight++;
        else if (firstRight)
            onlyFirstRight++;
        else if (secondRight)
            onlySecondRight++;
    }
    const { exactP, midP } = mcnemarTest(onlyFirstRight, onlySecondRight);
    return {
        rows,
        bothRight,
        onlyFirstRight,
        onlySecondRight,
        neitherRight: rows - bothRight - onlyFirstRight - onlySecondRight,
        // With two classes, two answers differ exactly where one of them is right.
        identicalShare: (rows - onlyFirstRight - onlySecondRight) / rows,
        ...pairedTest(right, { blocks }),
        exactP,
        midP,
    };
}
//# sourceMappingURL=compare.js.map