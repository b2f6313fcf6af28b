import { Worker } from "node:worker_threads";
import { foldDistinct, type DistinctVectors } from "../attainability/index.js";
import { takeColumns, type FeatureTable } from "../features/index.js";
import { InputError } from "../statistics/index.js";
import type {
  Classifier,
  FitControl,
  ModelArtefact,
  StudyFamily,
  TrainingData,
} from "./classifier.js";
import { logistic, solveLogistic } from "./logistic-newton.js";
import { NETWORK_BACKENDS, type NetworkBackend } from "./network-backends.js";
import { networkLogOdds, packLayers, unpackLayers, type NetworkLayers } from "./network-layers.js";
import type { NetworkHistory, NetworkRows, NetworkTask } from "./network-training.js";
import { scaleOf, standardise, type Scale } from "./standardise.js";
import { checkTrainingData, columnsOf, requireBothClasses, requireThat } from "./training-data.js";

export interface NeuralNetworkOptions {
  seed: number;
  /** Units of the hidden layers; the author's 64, 32, 16. */
  hiddenLayers: readonly number[];
  /** Share of hidden units left out at each step of training. */
  dropout: number;
  /** Weight decay: half of it times the sum of squared weights is added to the mean log loss. */
  l2: number;
  learningRate: number;
  /** Distinct vectors a step. */
  batchSize: number;
  /** Looks at the loss, each after 25 steps or one pass over the vectors, whichever is longer. */
  maxRounds: number;
  /** Rounds without improvement after which training stops. */
  patience: number;
  /** Fit slope and offset of the log-odds to the validation rows afterwards (Platt, 1999). */
  calibrate: boolean;
  /**
   * What may compute: the first that loads, does. The same seed gives the same bytes on the same
   * backend only.
   */
  backends: readonly NetworkBackend[];
}

/** How a network came about. */
export interface NetworkReport extends NetworkHistory {
  /** Platt's slope and offset; 1 and 0 where there was nothing to calibrate on. */
  calibration: { slope: number; offset: number };
}

/**
 * A dense network on standardised features, by TensorFlow.js in a thread of its own
 * (`report.backend` says on what). Rows are folded to distinct vectors with weights. It stops early
 * by `control.validation`, or by the training loss where there is none, and is then calibrated on
 * the validation rows. A missing value takes the training mean. Throws where only one class is
 * present.
 */
export const neuralNetwork: StudyFamily<NeuralNetworkOptions> = {
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
  load: loadNeuralNetwork,
  // A network costs as much as a hundred boostings: it is searched only for who asks for it with a
  // budget above 1.
  searchSpace: {
    grid: { hiddenLayers: [[32], [32, 16]] },
    budget: 1,
    folds: 2,
    duringSearch: { maxRounds: 10 },
  },
  async fit(data, options, control) {
    const chosen = { ...neuralNetwork.defaults, ...options };
    checkOptions(chosen);
    requireBothClasses(checkTrainingData(data), neuralNetwork.title);
    control?.signal?.throwIfAborted();
    const { names } = data.features;
    const folded = foldDistinct(data.features, data.label, data.weight);
    if (names.length === 0)
      throw new InputError(`${neuralNetwork.title} needs a feature, and the table has none`);
    const scales = folded.features.columns.map((column) => scaleOf(column, folded.rows));
    if (control?.validation) checkTrainingData(control.validation);
    const validation = control?.validation
      ? networkRows(foldValidation(control.validation, names), scales)
      : null;
    const { hiddenLayers, calibrate, backends, ...rest } = chosen;
    const task: NetworkTask = {
      ...rest,
      sizes: [names.length, ...hiddenLayers, 1],
      train: networkRows(folded, scales),
      validation,
      backends: [...backends],
    };
    const { layers, history } = await trainInWorker(task, control);
    const calibration =
      calibrate && validation
        ? fitCalibration(networkLogOdds(layers, validation.inputs), validation)
        : { slope: 1, offset: 0 };
    control?.onProgress?.(1);
    return new NeuralNetworkClassifier([...names], scales, layers, { ...history, calibration });
  },
};

export class NeuralNetworkClassifier implements Classifier {
  readonly kind = "neural-network";
  constructor(
    readonly featureNames: string[],
    readonly scales: Scale[],
    readonly layers: NetworkLayers,
    readonly report: NetworkReport,
  ) {}

  /** Plain JavaScript in double precision: a fitted network needs no TensorFlow.js. */
  predictProbability(features: FeatureTable): Float64Array {
    const inputs = standardisedInputs(columnsOf(this.featureNames, features), this.scales);
    const { slope, offset } = this.report.calibration;
    return networkLogOdds(this.layers, inputs).map((logOdds) => logistic(slope * logOdds + offset));
  }

  toArtefact(): ModelArtefact {
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

function loadNeuralNetwork({
  featureNames,
  header,
  binary,
}: ModelArtefact): NeuralNetworkClassifier {
  return new NeuralNetworkClassifier(
    [...featureNames],
    header.scales as Scale[],
    unpackLayers(header.sizes as number[], binary),
    header.report as NetworkReport,
  );
}

function trainInWorker(
  task: NetworkTask,
  control?: FitControl,
): Promise<{ layers: NetworkLayers; history: NetworkHistory }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./neural-network-worker.js", import.meta.url), {
      workerData: task,
    });
    const abort = (): void => {
      reject(control!.signal!.reason as Error);
      void worker.terminate();
    };
    control?.signal?.addEventListener("abort", abort, { once: true });
    worker.on(
      "message",
      (message: {
        shareDone?: number;
        result?: { layers: NetworkLayers; history: NetworkHistory };
      }) => {
        if (message.shareDone !== undefined) control?.onProgress?.(message.shareDone);
        if (message.result) resolve(message.result);
      },
    );
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
function fitCalibration(
  logOdds: Float64Array,
  { negatives, positives }: NetworkRows,
): { slope: number; offset: number } {
  const columns = [new Float64Array(logOdds.length).fill(1), logOdds];
  const { coefficients, converged, hessian } = solveLogistic(
    {
      columns,
      negatives: Float64Array.from(negatives),
      positives: Float64Array.from(positives),
      penalty: new Float64Array(2),
    },
    50,
  );
  // Separated or constant log-odds have no finite slope, and a falling one would turn the model
  // round.
  return converged && !hessian.aliased[1] && coefficients[1] > 0
    ? { slope: coefficients[1], offset: coefficients[0] }
    : { slope: 1, offset: 0 };
}

function foldValidation(
  { features, label, weight }: TrainingData,
  names: readonly string[],
): DistinctVectors {
  return foldDistinct(takeColumns(features, names), label, weight);
}

function networkRows(
  { features, rows, positives }: DistinctVectors,
  scales: readonly Scale[],
): NetworkRows {
  return {
    inputs: Float32Array.from(standardisedInputs(features.columns, scales)),
    negatives: Float32Array.from(rows, (weight, vector) => weight - positives[vector]),
    positives: Float32Array.from(positives),
  };
}

function standardisedInputs(
  columns: readonly Float64Array[],
  scales: readonly Scale[],
): Float64Array {
  const width = columns.length;
  const rows = columns[0].length;
  const inputs = new Float64Array(rows * width);
  columns.forEach((column, f) => {
    for (let row = 0; row < rows; row++)
      inputs[row * width + f] = standardise(column[row], scales[f]);
  });
  return inputs;
}

function checkOptions({
  hiddenLayers,
  dropout,
  l2,
  learningRate,
  batchSize,
  maxRounds,
  patience,
  backends,
}: NeuralNetworkOptions): void {
  requireThat(
    hiddenLayers.every((units) => Number.isInteger(units) && units > 0),
    `hidden layers have whole numbers of units, not ${hiddenLayers.join(", ")}`,
  );
  requireThat(dropout >= 0 && dropout < 1, `dropout is a share in [0, 1), not ${dropout}`);
  requireThat(
    l2 >= 0 && learningRate > 0,
    `l2 is 0 or more and learningRate positive, not ${l2} and ${learningRate}`,
  );
  requireThat(
    [batchSize, maxRounds, patience].every((value) => Number.isInteger(value) && value > 0),
    `batchSize, maxRounds and patience are whole and positive, not ${batchSize}, ` +
      `${maxRounds}, ${patience}`,
  );
  requireThat(
    backends.length > 0 && backends.every((backend) => NETWORK_BACKENDS.includes(backend)),
    `backends are ${NETWORK_BACKENDS.join(", ")}, not ${backends.join(", ")}`,
  );
}
