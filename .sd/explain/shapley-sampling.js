import { createRandom } from "../statistics/index.js";
import { modelOutput } from "./model-output.js";
/** Hybrid rows the model is asked for at a time. */
const ROWS_AT_A_TIME = 1 << 14;
/**
 * Shapley values by sampled permutations of the players (Castro et al., 2009): each brings what the
 * output changes by when the row's values enter in the permutation's order. Stratified: a round
 * takes every background row once, with its share, so the sampling error comes from the orders
 * alone and the values add up exactly after every round. Antithetic: each order is followed by its
 * reverse (Mitchell et al., 2022). Standard errors from the spread within each stratum, over
 * rounds. Returns the rounds that each vector took.
 */
export async function sampleShapley(game, { seed, tolerance, maxRounds }, values, errors, tick) {
    const players = game.players.length;
    const vectors = game.rows.rowCount;
    const random = createRandom(seed).fork("shapley-sampling");
    const rounds = new Uint32Array(vectors);
    const range = outputRange(game);
    for (let vector = 0; vector < vectors; vector++) {
        const walk = new SampledWalks(game, vector);
        const orders = random.fork(vector);
        for (;;) {
            walk.round((order) => orders.shuffle(order));
            if (++rounds[vector] < 2)
                continue;
            walk.estimate(values.subarray(vector * players, (vector + 1) * players), errors.subarray(vector * players, (vector + 1) * players));
            const largest = Math.max(range, ...values.subarray(vector * players, (vector + 1) * players).map(Math.abs));
            if (rounds[vector] >= maxRounds ||
                errors
                    .subarray(vector * players, (vector + 1) * players)
                    .every((error) => error <= tolerance * largest))
                break;
        }
        await tick((vector + 1) / vectors);
    }
    return rounds;
}
function outputRange({ classifier, background, scale }) {
    const output = modelOutput(classifier, background, scale);
    return output.reduce((a, b) => Math.max(a, b)) - output.reduce((a, b) => Math.min(a, b));
}
/**
 * The walks of one row: sums and sums of squares of what each player brought, by background row.
 */
class SampledWalks {
    game;
    vector;
    rounds = 0;
    mean;
    squares;
    constructor(game, vector) {
        this.game = game;
        this.vector = vector;
        this.mean = new Float64Array(game.background.rowCount * game.players.length);
        this.squares = new Float64Array(this.mean.length);
    }
    /** One order and its reverse against each background row. */
    round(shuffle) {
        const { game } = this;
        const players = game.players.length;
        const reference = game.background.rowCount;
        const stepsAWalk = players + 1;
        const orders = Array.from({ length: reference }, () => shuffle(Int32Array.from({ length: players }, (_, player) => player)));
        this.rounds++;
        const block = Math.max(1, Math.floor(ROWS_AT_A_TIME / (2 * stepsAWalk)));
        for (let from = 0; from < reference; from += block) {
            const to = Math.min(reference, from + block);
            const output = this.outputsAlong(orders, from, to);
            for (let z = from; z < to; z++)
                this.take(z, orders[z], output.subarray((z - from) * 2 * stepsAWalk, (z - from + 1) * 2 * stepsAWalk));
        }
    }
    /**
     * Values, and their standard errors: strata are independent, so their variances add up with
     * squared shares.
     */
    estimate(values, errors) {
        const { share } = this.game;
        const players = values.length;
        for (let player = 0; player < players; player++) {
            let value = 0;
            let variance = 0;
            for (let z = 0; z < share.length; z++) {
                value += share[z] * this.mean[z * players + player];
                variance +=
                    (share[z] ** 2 * this.squares[z * players + player]) / (this.rounds - 1) / this.rounds;
            }
            values[player] = value;
            errors[player] = Math.sqrt(variance);
        }
    }
    /** Output along each walk from background row to row, forward and reversed. */
    outputsAlong(orders, from, to) {
        const { rows, background, players, playerOfFeature, classifier, scale } = this.game;
        const steps = players.length + 1;
        const position = new Int32Array(players.length);
        const columns = rows.columns.map(() => new Float64Array((to - from) * 2 * steps));
        for (let z = from; z < to; z++) {
            orders[z].forEach((player, place) => (position[player] = place));
            columns.forEach((column, f) => {
                const own = rows.columns[f][this.vector];
                const other = background.columns[f][z];
                const place = position[playerOfFeature[f]];
                const at = (z - from) * 2 * steps;
                for (let step = 0; step < steps; step++) {
                    column[at + step] = place < step ? own : other;
                    column[at + steps + step] = players.length - 1 - place < step ? own : other;
                }
            });
        }
        return modelOutput(classifier, { ...rows, rowCount: columns[0].length, columns }, scale);
    }
    /** Welford's update with the mean of a walk and its reverse. */
    take(z, order, output) {
        const players = order.length;
        const steps = players + 1;
        order.forEach((player, place) => {
            const forward = output[place + 1] - output[place];
            const backward = output[steps + players - place] - output[steps + players - 1 - place];
            const brought = (forward + backward) / 2;
            const at = z * players + player;
            const before = brought - this.mean[at];
            this.mean[at] += before / this.rounds;
            this.squares[at] += before * (brought - this.mean[at]);
        });
    }
}
//# sourceMappingURL=shapley-sampling.js.map