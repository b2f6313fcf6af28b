import { foldDistinct } from "../attainability/index.js";
import { takeColumns } from "../features/index.js";
import { modelOutput } from "./model-output.js";
import { MOST_PLAYERS } from "./shapley-weights.js";
/** Sets the game up. Features that no group names are players of their own. */
export function shapleyGame(classifier, features, background, scale, groups) {
    const names = classifier.featureNames;
    if (names.length === 0)
        throw new RangeError(`a ${classifier.kind} uses no feature; there is nothing to explain`);
    if (features.rowCount === 0 || background.features.rowCount === 0)
        throw new RangeError(`${features.rowCount} rows to explain against ${background.features.rowCount} ` +
            "background rows; both need one at least");
    const { players, playerOfFeature } = playersOf(names, groups);
    const rows = fold(features, names);
    const known = fold(background.features, names, background.weight);
    const total = known.rows.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0 && total < Infinity) || known.rows.some((weight) => !(weight >= 0)))
        throw new RangeError("the background's weights are 0 or more, finite, and not all 0");
    const share = known.rows.map((weight) => weight / total);
    const output = modelOutput(classifier, rows.features, scale);
    const atBackground = modelOutput(classifier, known.features, scale);
    return {
        classifier,
        scale,
        players,
        playerOfFeature,
        share,
        output,
        rows: rows.features,
        rowsOfVector: rows.rows,
        vectorOfRow: rows.vectorOfRow,
        background: known.features,
        base: atBackground.reduce((sum, value, z) => sum + value * share[z], 0),
    };
}
function fold(features, names, weight) {
    return foldDistinct(takeColumns(features, names), new Uint8Array(features.rowCount), weight);
}
function playersOf(names, groups = []) {
    const players = groups
        .map(({ name, features }) => ({
        name,
        features: features.filter((feature) => names.includes(feature)),
    }))
        .filter(({ features }) => features.length > 0);
    const owners = new Map();
    players.forEach(({ name, features }, player) => {
        for (const feature of features) {
            if (owners.has(feature))
                throw new RangeError(`the feature "${feature}" is in the groups "${players[owners.get(feature)].name}" ` +
                    `and "${name}"; Shapley values need groups that share none`);
            owners.set(feature, player);
        }
    });
    for (const feature of names) {
        if (owners.has(feature))
            continue;
        owners.set(feature, players.length);
        players.push({ name: feature, features: [feature] });
    }
    if (players.length > MOST_PLAYERS)
        throw new RangeError(`${players.length} players are more than the ${MOST_PLAYERS} that Shapley values are ` +
            "computed for; put features that say the same into groups");
    return { players, playerOfFeature: Int32Array.from(names, (name) => owners.get(name)) };
}
//# sourceMappingURL=shapley-game.js.map