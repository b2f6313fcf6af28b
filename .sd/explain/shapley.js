import { binValues, GradientBoostingClassifier, MISSING_CODE, RandomForestClassifier, } from "../models/index.js";
import { countHybrids, enumerateShapley, MOST_ENUMERATED_PLAYERS } from "./shapley-enumeration.js";
import { shapleyGame } from "./shapley-game.js";
import { sampleShapley } from "./shapley-sampling.js";
import { TreeGame } from "./tree-shapley.js";
/**
 * Hybrid rows a model other than trees is asked for, at most, before values are sampled instead.
 */
const MOST_HYBRIDS = 2e6;
/**
 * What rounding may leave between the values and the difference they add up to, for outputs of
 * about 1.
 */
const LOCAL_ACCURACY = 1e-9;
/**
 * Shapley values of a model's output for each row, against a stated background (Lundberg and Lee,
 * 2017; interventional: features outside a coalition take a background row's values, whatever the
 * features inside). Exact for tree ensembles at any number of features, on their own scale; exact
 * for any model where the coalitions are few enough to visit; sampled elsewhere. That the values
 * add up to the output less the base is asserted for every row, to 1e-9.
 */
export async function shapleyValues(classifier, features, background, options = {}) {
    const { groups, scale = ownScale(classifier), interactions = false, tolerance = 0.02, maxRounds = 20, seed = 42, onProgress, signal, } = options;
    signal?.throwIfAborted();
    if (!(tolerance > 0))
        throw new RangeError(`a tolerance is positive, not ${tolerance}`);
    if (!(Number.isInteger(maxRounds) && maxRounds >= 2))
        throw new RangeError(`a standard error needs 2 rounds or more, not ${maxRounds}`);
    const game = shapleyGame(classifier, features, background, scale, groups);
    const players = game.players.length;
    const vectors = game.rows.rowCount;
    const ensemble = scale === ownScale(classifier) ? ensembleOf(classifier) : null;
    const method = options.method ?? (ensemble ? "tree" : canEnumerate(game) ? "enumeration" : "sampling");
    if (interactions && method === "sampling")
        throw new RangeError(`interactions are computed exactly or not at all: with ${players} players put features ` +
            "that say the same into groups, or explain fewer distinct rows");
    const tick = async (shareDone) => {
        onProgress?.(shareDone);
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
    };
    const sums = {
        players,
        values: new Float64Array(vectors * players),
        interactions: interactions ? new Float64Array(vectors * players * players) : null,
    };
    let standardErrors = null;
    if (method === "tree") {
        if (!ensemble)
            throw new RangeError(`the ${scale} of a ${classifier.kind} is no sum over trees; leave the method or the ` +
                "scale out");
        await explainTrees(game, ensemble, sums, tick);
    }
    else if (method === "enumeration") {
        if (players > MOST_ENUMERATED_PLAYERS)
            throw new RangeError(`${players} players have too many coalitions to visit; ${MOST_ENUMERATED_PLAYERS} is ` +
                "the most");
        await enumerateShapley(game, sums, tick);
    }
    else {
        standardErrors = new Float64Array(vectors * players);
        await sampleShapley(game, { seed, tolerance, maxRounds }, sums.values, standardErrors, tick);
    }
    assertLocalAccuracy(game, sums);
    if (sums.interactions)
        completeMatrices(sums, sums.interactions);
    onProgress?.(1);
    return {
        method,
        scale,
        players: game.players,
        features: game.rows,
        rowsOfVector: game.rowsOfVector,
        vectorOfRow: game.vectorOfRow,
        base: game.base,
        output: game.output,
        values: sums.values,
        standardErrors,
        interactions: sums.interactions,
    };
}
function ownScale(classifier) {
    return classifier instanceof GradientBoostingClassifier ? "log-odds" : "probability";
}
function ensembleOf(classifier) {
    return classifier instanceof GradientBoostingClassifier ||
        classifier instanceof RandomForestClassifier
        ? classifier.ensemble
        : null;
}
function canEnumerate(game) {
    return (game.players.length <= MOST_ENUMERATED_PLAYERS &&
        countHybrids(game, MOST_HYBRIDS) <= MOST_HYBRIDS);
}
async function explainTrees(game, { bins, trees }, sums, tick) {
    const coded = ({ rowCount, columns }) => ({
        count: rowCount,
        codes: columns.map((column, f) => {
            const codes = new Uint8Array(rowCount);
            binValues(column, bins[f], codes);
            return codes;
        }),
    });
    const tree = new TreeGame(coded(game.rows), coded(game.background), game.share, game.playerOfFeature, sums, MISSING_CODE);
    // A forest answers the mean of its trees, boosting their sum.
    const scale = game.scale === "probability" ? 1 / trees.length : 1;
    for (let t = 0; t < trees.length; t++) {
        tree.add(trees[t], scale);
        await tick((t + 1) / trees.length);
    }
}
function assertLocalAccuracy({ output, base, classifier }, { players, values }) {
    output.forEach((value, vector) => {
        let sum = base;
        for (let player = 0; player < players; player++)
            sum += values[vector * players + player];
        if (Math.abs(sum - value) <= LOCAL_ACCURACY * Math.max(1, Math.abs(value)))
            return;
        throw new Error(`the Shapley values of distinct row ${vector} add up to ${sum} where the ` +
            `${classifier.kind} answers ${value}; this is a defect of lib/explain, please report it`);
    });
}
/**
 * From interaction indices above the diagonal to symmetric matrices whose rows add up to the
 * values.
 */
function completeMatrices({ players, values }, interactions) {
    for (let at = 0; at < values.length; at += players) {
        for (let one = 0; one < players; one++) {
            for (let other = one + 1; other < players; other++) {
                const half = interactions[(at + one) * players + other] / 2;
                interactions[(at + one) * players + other] = interactions[(at + other) * players + one] =
                    half;
            }
        }
        for (let one = 0; one < players; one++) {
            let own = values[at + one];
            for (let other = 0; other < players; other++)
                if (other !== one)
                    own -= interactions[(at + one) * players + other];
            interactions[(at + one) * players + one] = own;
        }
    }
}
//# sourceMappingURL=shapley.js.map