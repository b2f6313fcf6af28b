import { Worker } from "node:worker_threads";
import { foldDistinct } from "../attainability/index.js";
import { takeColumns } from "../features/index.js";
import { logistic, solveLogistic } from "./logistic-newton.js";
import { NETWORK_BACKENDS } from "./network-backends.js";
import { networkLogOdds, packLayers, unpackLayers } from "./network-layers.js";
import { scaleOf, standardise } from "./standardise.js";
import { checkTrainingData, columnsOf, requireBothClasses, requireThat } from "./training-data.js";
/**
 * A dense network on standardised features, by TensorFlow.js in a thread of its own
 * (`report.backend` says on what). Rows are folded to distinct vectors with weights. It stops early
 * by `control.validation`, or by the training loss where there is none, and is then calibrated on
 * the validation rows. A missing value takes the training mean. Throws where only one class is
 * present.
 */
export const neuralNetwork = {
    kind: "neural-network",
    title: "Neural network",
    defaults: {
        seed: 42,
        hiddenLayers: [64, 32, 16],
        dropout: 0,
        l2: 1e-4,
        learningRate: 0.01,
        batchSize: 1024,
        maxRounds: 60,
        patience: 6,
        calibrate: true,
        backends: NETWORK_BACKENDS,
    },
    async fit(data, options, control) {
        const chosen = { ...neuralNetwork.defaults, ...options };
        checkOptions(chosen);
        requireBothClasses(checkTrainingData(data), neuralNetwork.title);
        control?.signal?.throwIfAborted();
        const { names } = data.features;
        const folded = foldDistinct(data.features, data.label, data.weight);
        if (names.length === 0)
            throw new RangeError(`${neuralNetwork.title} needs a feature, and the table has none`);
        const scales = folded.features.columns.map((column) => scaleOf(column, folded.rows));
        if (control?.validation)
            checkTrainingData(control.validation);
        const validation = control?.validation
            ? networkRows(foldValidation(control.validation, names), scales)
            : null;
        const { hiddenLayers, calibrate, backends, ...rest } = chosen;
        const task = {
            ...rest,
            sizes: [names.length, ...hiddenLayers, 1],
            train: networkRows(folded, scales),
            validation,
            backends: [...backends],
        };
        const { layers, history } = await trainInWorker(task, control);
        const calibration = calibrate && validation
            ? fitCalibration(networkLogOdds(layers, validation.inputs), validation)
            : { slope: 1, offset: 0 };
        control?.onProgress?.(1);
        return new NeuralNetworkClassifier([...names], scales, layers, { ...history, calibration });
    },
};
export class NeuralNetworkClassifier {
    featureNames;
    scales;
    layers;
    report;
    kind = "neural-network";
    constructor(featureNames, scales, layers, report) {
        this.featureNames = featureNames;
        this.scales = scales;
        this.layers = layers;
        this.report = report;
    }
    /** Plain JavaScript in double precision: a fitted network needs no TensorFlow.js. */
    predictProbability(features) {
        const inputs = standardisedInputs(columnsOf(this.featureNames, features), this.scales);
        const { slope, offset } = this.report.calibration;
        return networkLogOdds(this.layers, inputs).map((logOdds) => logistic(slope * logOdds + offset));
    }
    toArtefact() {
        const { featureNames, kind, layers, report, scales } = this;
        return {
            kind,
            formatVersion: 1,
            featureNames,
            header: { sizes: layers.sizes, scales, report },
            binary: packLayers(layers),
        };
    }
}
export function loadNeuralNetwork({ featureNames, header, binary, }) {
    return new NeuralNetworkClassifier([...featureNames], header.scales, unpackLayers(header.sizes, binary), header.report);
}
function trainInWorker(task, control) {
    return new Promise((resolve, reject) => {
        const worker = new Worker(new URL("./neural-network-worker.js", import.meta.url), {
            workerData: task,
        });
        const abort = () => {
            reject(control.signal.reason);
            void worker.terminate();
        };
        control?.signal?.addEventListener("abort", abort, { once: true });
        worker.on("message", (message) => {
            if (message.shareDone !== undefined)
                control?.onProgress?.(message.shareDone);
            if (message.result)
                resolve(message.result);
        });
        worker.on("error", reject);
        worker.on("exit", (code) => {
            control?.signal?.removeEventListener("abort", abort);
            // Without effect after a result or an error.
            reject(new Error(`the network's thread ended with status ${code} before it had a result`));
        });
    });
}
/**
 * Platt scaling without his smoothing of the labels: a logistic regression of the label on the
 * log-odds.
 */
function fitCalibration(logOdds, { negatives, positives }) {
    const columns = [new Float64Array(logOdds.length).fill(1), logOdds];
    const { coefficients, converged, hessian } = solveLogistic({
        columns,
        negatives: Float64Array.from(negatives),
        positives: Float64Array.from(positives),
        penalty: new Float64Array(2),
    }, 50);
    // Separated or constant log-odds have no finite slope, and a falling one would turn the model
    // round.
    return converged && !hessian.aliased[1] && coefficients[1] > 0
        ? { slope: coefficients[1], offset: coefficients[0] }
        : { slope: 1, offset: 0 };
}
function foldValidation({ features, label, weight }, names) {
    return foldDistinct(takeColumns(features, names), label, weight);
}
function networkRows({ features, rows, positives }, scales) {
    return {
        inputs: Float32Array.from(standardisedInputs(features.columns, scales)),
        negatives: Float32Array.from(rows, (weight, vector) => weight - positives[vector]),
        positives: Float32Array.from(positives),
    };
}
function standardisedInputs(columns, scales) {
    const width = columns.length;
    const rows = columns[0].length;
    const inputs = new Float64Array(rows * width);
    columns.forEach((column, f) => {
        for (let row = 0; row < rows; row++)
            inputs[row * width + f] = standardise(column[row], scales[f]);
    });
    return inputs;
}
function checkOptions({ hiddenLayers, dropout, l2, learningRate, batchSize, maxRounds, patience, backends, }) {
    requireThat(hiddenLayers.every((units) => Number.isInteger(units) && units > 0), `hidden layers have whole numbers of units, not ${hiddenLayers.join(", ")}`);
    requireThat(dropout >= 0 && dropout < 1, `dropout is a share in [0, 1), not ${dropout}`);
    requireThat(l2 >= 0 && learningRate > 0, `l2 is 0 or more and learningRate positive, not ${l2} and ${learningRate}`);
    requireThat([batchSize, maxRounds, patience].every((value) => Number.isInteger(value) && value > 0), `batchSize, maxRounds and patience are whole and positive, not ${batchSize}, ` +
        `${maxRounds}, ${patience}`);
    requireThat(backends.length > 0 && backends.every((backend) => NETWORK_BACKENDS.includes(backend)), `backends are ${NETWORK_BACKENDS.join(", ")}, not ${backends.join(", ")}`);
}
//# sourceMappingURL=neural-network.js.map