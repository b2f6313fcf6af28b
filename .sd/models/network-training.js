import { createRandom } from "../statistics/index.js";
import { softplus } from "./logistic-newton.js";
import { loadTensorFlow } from "./tensorflow-backend.js";
/** A look at the loss at least every so many steps, however few batches make one pass. */
const FEWEST_STEPS_PER_ROUND = 25;
/** A loss that fell by less has not fallen. */
const IMPROVEMENT = 1e-5;
/**
 * Fits a network by Adam (Kingma and Ba, 2015) on the log loss. A batch is up to `batchSize`
 * *distinct* vectors, each with its weight over the mean weight, so that its expected gradient is
 * that of all rows; where all vectors fit in one batch every step takes the exact gradient of all
 * rows. (Mini-batches of rows would walk another path to the same kind of optimum; the two are not
 * identical.) Ends after `patience` rounds without improvement and returns the weights of the best
 * round.
 */
export async function trainNetwork(task, onRound) {
    const { tf, backend } = await loadTensorFlow(task.backends);
    const random = createRandom(task.seed).fork("neural-network");
    const { weights, biases } = initialLayers(tf, task.sizes, random.fork("weights"));
    const optimiser = tf.train.adam(task.learningRate);
    const vectors = task.train.negatives.length;
    const batches = Math.ceil(vectors / task.batchSize);
    const stepsPerRound = Math.max(FEWEST_STEPS_PER_ROUND, batches);
    const nextBatch = batcher(tf, task, batches, random.fork("batches"));
    const dropoutRandom = random.fork("dropout");
    const judged = task.validation ?? task.train;
    const judgedInputs = tf.tensor2d(judged.inputs, [judged.negatives.length, task.sizes[0]]);
    const losses = [];
    let best = readLayers(task.sizes, weights, biases);
    let bestLoss = Infinity;
    let bestRound = 0;
    for (let round = 1; round <= task.maxRounds && round - bestRound <= task.patience; round++) {
        for (let step = 0; step < stepsPerRound; step++) {
            tf.tidy(() => {
                const { inputs, negatives, positives } = nextBatch();
                optimiser.minimize(() => {
                    const logOdds = forward(tf, weights, biases, inputs, task.dropout, dropoutRandom);
                    let loss = logLoss(tf, logOdds, negatives, positives);
                    if (task.l2 > 0)
                        for (const matrix of weights)
                            loss = loss.add(matrix
                                .square()
                                .sum()
                                .mul(task.l2 / 2));
                    return loss;
                });
            });
        }
        const logOdds = tf.tidy(() => forward(tf, weights, biases, judgedInputs, 0, dropoutRandom).dataSync());
        const loss = meanLogLoss(logOdds, judged);
        losses.push(loss);
        if (loss < bestLoss - IMPROVEMENT) {
            best = readLayers(task.sizes, weights, biases);
            bestLoss = loss;
            bestRound = round;
        }
        onRound(round / task.maxRounds);
    }
    return { layers: best, history: { backend, stepsPerRound, losses, bestRound } };
}
/**
 * A function that hands out one batch after the other: all vectors where they fit, else shuffled
 * anew each pass.
 */
function batcher(tf, { train, sizes, batchSize }, batches, random) {
    const vectors = train.negatives.length;
    const width = sizes[0];
    let total = 0;
    for (let v = 0; v < vectors; v++)
        total += train.negatives[v] + train.positives[v];
    const make = (order) => {
        const count = order.length;
        const inputs = new Float32Array(count * width);
        const negatives = new Float32Array(count);
        const positives = new Float32Array(count);
        order.forEach((vector, i) => {
            inputs.set(train.inputs.subarray(vector * width, (vector + 1) * width), i * width);
            // Over the mean weight of a vector and the size of the batch: the loss is then a mean over
            // rows.
            negatives[i] = (train.negatives[vector] / total) * (vectors / count);
            positives[i] = (train.positives[vector] / total) * (vectors / count);
        });
        return {
            inputs: tf.tensor2d(inputs, [count, width]),
            negatives: tf.tensor2d(negatives, [count, 1]),
            positives: tf.tensor2d(positives, [count, 1]),
        };
    };
    const order = Uint32Array.from({ length: vectors }, (_, v) => v);
    if (batches === 1) {
        const everything = make(order);
        for (const tensor of Object.values(everything))
            tf.keep(tensor);
        return () => everything;
    }
    let next = batches;
    return () => {
        if (next === batches) {
            random.shuffle(order);
            next = 0;
        }
        const batch = make(order.subarray(next * batchSize, Math.min(vectors, (next + 1) * batchSize)));
        next++;
        return batch;
    };
}
/**
 * He's normal initialisation for rectified layers (He et al., 2015), from the project's own
 * generator.
 */
function initialLayers(tf, sizes, random) {
    const weights = [];
    const biases = [];
    for (let l = 1; l < sizes.length; l++) {
        const deviation = Math.sqrt(2 / sizes[l - 1]);
        const matrix = Float32Array.from({ length: sizes[l - 1] * sizes[l] }, () => deviation * random.normal());
        weights.push(tf.variable(tf.tensor2d(matrix, [sizes[l - 1], sizes[l]])));
        biases.push(tf.variable(tf.zeros([sizes[l]])));
    }
    return { weights, biases };
}
function forward(tf, weights, biases, inputs, dropout, random) {
    let layer = inputs;
    for (let l = 0; l < weights.length; l++) {
        layer = tf.add(tf.matMul(layer, weights[l]), biases[l]);
        if (l === weights.length - 1)
            break;
        layer = tf.relu(layer);
        if (dropout > 0)
            layer = tf.mul(layer, dropoutMask(tf, layer.shape, dropout, random));
    }
    return layer;
}
/**
 * Inverted dropout (Srivastava et al., 2014): what stays is scaled up, so that nothing changes at
 * prediction.
 */
function dropoutMask(tf, shape, dropout, random) {
    const mask = Float32Array.from({ length: shape[0] * shape[1] }, () => random.uniform() < dropout ? 0 : 1 / (1 - dropout));
    return tf.tensor2d(mask, shape);
}
/** Sum of w0 ln(1 + e^x) + w1 ln(1 + e^-x), as softplus(x) (w0 + w1) - w1 x. */
function logLoss(tf, logOdds, negatives, positives) {
    return tf.sum(tf.sub(tf.mul(tf.softplus(logOdds), tf.add(negatives, positives)), tf.mul(logOdds, positives)));
}
function meanLogLoss(logOdds, { negatives, positives }) {
    let loss = 0;
    let weight = 0;
    for (let row = 0; row < negatives.length; row++) {
        const x = logOdds[row];
        loss += (negatives[row] + positives[row]) * softplus(x) - positives[row] * x;
        weight += negatives[row] + positives[row];
    }
    return loss / weight;
}
function readLayers(sizes, weights, biases) {
    const read = (variable) => Float32Array.from(variable.dataSync());
    return { sizes, weights: weights.map(read), biases: biases.map(read) };
}
//# sourceMappingURL=network-training.js.map