import {
  computeFeatures,
  FEATURES,
  type FeatureDefinition,
  type FeatureTable,
} from "../features/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import {
  arrivalStateOf,
  dayOfWeek,
  FEEDBACK_FIELDS,
  feedbackOf,
  hourOfDay,
  LOOK_BACK_SECONDS,
  patternNames,
  setArrivalState,
  setFeedback,
  windowNames,
  type ArrivalState,
  type RecentArrivals,
  type Requests,
} from "../requests/index.js";
import type { FeatureGroup } from "./permutation-importance.js";

/** What a router is told about a request: everything the author's features are made of. */
export const ROUTER_INPUTS = [
  "workload",
  "payload size",
  "time window",
  "load pattern",
  "time of day",
] as const;
export type RouterInput = (typeof ROUTER_INPUTS)[number];

/**
 * What a router knows of the load when it is asked, beside what it is told; each is the columns of
 * the arrival state that belong together.
 */
export const STATE_INPUTS = ["idle time", "recent load"] as const;

const STATE_COLUMNS = ["idle time", ...LOOK_BACK_SECONDS.flatMap(recentColumns)];

/** Names of what arrived in a stretch, as columns of an input table. */
function recentColumns(seconds: number): string[] {
  return [
    `requests of ${seconds} s`,
    `KiB of ${seconds} s`,
    `all requests of ${seconds} s`,
    `all KiB of ${seconds} s`,
  ];
}

/** What it knows besides where it is told what the platforms answered: columns of the feedback. */
const FEEDBACK_INPUTS = [...new Set(FEEDBACK_FIELDS.map(({ group }) => group))];

const FEEDBACK_COLUMNS = FEEDBACK_FIELDS.map(({ name }) => name);

/** The inputs of a table of inputs, each with its columns. */
export function inputGroups({ names }: Pick<FeatureTable, "names">): FeatureGroup[] {
  const [idle, ...recent] = STATE_COLUMNS;
  return [
    ...ROUTER_INPUTS.map((name) => ({ name: name as string, features: [name as string] })),
    { name: STATE_INPUTS[0], features: [idle] },
    { name: STATE_INPUTS[1], features: recent },
    ...FEEDBACK_INPUTS.map((input) => ({
      name: input,
      features: FEEDBACK_FIELDS.filter(({ group }) => group === input).map(({ name }) => name),
    })),
  ].filter(({ features: [first] }) => names.includes(first));
}

const HOURS = 24;

/** A model seen as a function of what a router is told, and requests as rows of that. */
export interface InputModel {
  /**
   * Takes tables of inputs; computes every feature anew for each row, so that no product
   * contradicts its factors.
   */
  model: Classifier;
  /**
   * A column an input, in their order: the workload's code, KiB, codes of window and pattern, and
   * the hour of the week (24 x day + hour, Monday 0, UTC); then, where the model reads them,
   * arrival state and feedback, several columns an input (`inputGroups`).
   */
  tableOf(requests: Requests): FeatureTable;
}

/**
 * A model as a function of ROUTER_INPUTS instead of the features made of them: whatever explains
 * models by their features then explains it by inputs, each with all its products, squares and
 * logarithms. `like` lends the names of its workloads. Throws where a feature of the model is not a
 * function of its own request and what came before it (quartiles of the table).
 */
export function inputModel(classifier: Classifier, like: Requests): InputModel {
  const definitions = classifier.featureNames.map(definitionOf);
  const reads = readBeside(definitions);
  return {
    model: {
      kind: classifier.kind,
      featureNames: inputNames(reads),
      predictProbability: (inputs) =>
        predictDistinct(classifier, featuresOf(requestsFrom(like, inputs, reads), definitions)),
      toArtefact: () => classifier.toArtefact(),
    },
    tableOf: (requests) => inputTable(requests, reads),
  };
}

/** What a model reads beside ROUTER_INPUTS. */
interface Read {
  state: boolean;
  feedback: boolean;
}

function readBeside(definitions: readonly FeatureDefinition[]): Read {
  return {
    state: definitions.some(({ set }) => set === "state"),
    feedback: definitions.some(({ set }) => set === "feedback"),
  };
}

/** The inputs of a model, each with its columns in a table of inputs. */
export function inputsOf({ featureNames }: Pick<Classifier, "featureNames">): FeatureGroup[] {
  return inputGroups({ names: inputNames(readBeside(featureNames.map(definitionOf))) });
}

function inputNames({ state, feedback }: Read): string[] {
  return [...ROUTER_INPUTS, ...(state ? STATE_COLUMNS : []), ...(feedback ? FEEDBACK_COLUMNS : [])];
}

function definitionOf(name: string): FeatureDefinition {
  const definition = FEATURES.find((feature) => feature.name === name);
  if (!definition)
    throw new Error(
      `"${name}" is no feature of this study, so it cannot be computed anew; explain the ` +
        "features instead (shapleyValues)",
    );
  if (name === "payload_category")
    throw new Error(
      `"${name}" depends on the other rows of its table, so it is no function of this ` +
        "request's inputs; explain the features instead (shapleyValues)",
    );
  return definition;
}

function inputTable(requests: Requests, reads: Read): FeatureTable {
  const hours = hourOfDay(requests);
  const days = dayOfWeek(requests);
  const hourOfWeek = Float64Array.from(
    { length: requests.rowCount },
    (_, row) => HOURS * days[row] + hours[row],
  );
  const before = [
    ...(reads.state ? stateColumns(arrivalStateOf(requests)) : []),
    ...(reads.feedback ? FEEDBACK_COLUMNS.map((name) => feedbackOf(requests)[name]) : []),
  ];
  return {
    rowCount: requests.rowCount,
    names: inputNames(reads),
    categories: [
      requests.workloadNames,
      null,
      windowNames(requests),
      patternNames(requests),
      null,
      ...before.map(() => null),
    ],
    columns: [
      Float64Array.from(requests.workload),
      requests.payloadKb,
      Float64Array.from(requests.timeWindow),
      Float64Array.from(requests.loadPattern),
      hourOfWeek,
      ...before,
    ],
  };
}

/** The columns of a state in the order of STATE_COLUMNS. */
function stateColumns({ idleSeconds, own, all }: ArrivalState): Float64Array[] {
  return [
    idleSeconds,
    ...LOOK_BACK_SECONDS.flatMap((seconds) => [
      own[seconds].requests,
      own[seconds].kib,
      all[seconds].requests,
      all[seconds].kib,
    ]),
  ];
}

/** The state whose columns these are. */
function stateFrom([idleSeconds, ...columns]: readonly Float64Array[]): ArrivalState {
  const [own, all] = [0, 2].map((from): ArrivalState["own"] => {
    const recent = (w: number): RecentArrivals => ({
      requests: columns[4 * w + from],
      kib: columns[4 * w + from + 1],
    });
    return { 10: recent(0), 60: recent(1), 300: recent(2) };
  });
  return { idleSeconds, own, all };
}

/** A Monday, 0 h UTC. Time stamps of the same hour of the week say the same to every feature. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Requests that hold these inputs; what no feature reads stays as it is in `like`. */
function requestsFrom(like: Requests, { rowCount, columns }: FeatureTable, reads: Read): Requests {
  const [workload, sizeKb, timeWindow, loadPattern, hourOfWeek, ...before] = columns;
  const requests = {
    ...like,
    rowCount,
    workload: Uint8Array.from(workload),
    targetPayloadKb: sizeKb,
    actualPayloadKb: sizeKb,
    payloadKb: sizeKb,
    timeWindow: Uint8Array.from(timeWindow),
    loadPattern: Uint8Array.from(loadPattern),
    timestampMs: hourOfWeek.map((hour) => MONDAY + hour * 3_600_000),
  };
  if (reads.state) setArrivalState(requests, stateFrom(before.slice(0, STATE_COLUMNS.length)));
  if (reads.feedback) {
    const answers = before.slice(-FEEDBACK_COLUMNS.length);
    setFeedback(
      requests,
      Object.fromEntries(FEEDBACK_COLUMNS.map((name, i) => [name, answers[i]])),
    );
  }
  return requests;
}

/**
 * The features in the model's order; one that is missing in all these requests is a column of
 * missing values.
 */
function featuresOf(requests: Requests, definitions: readonly FeatureDefinition[]): FeatureTable {
  const { names, columns, categories, omitted } = computeFeatures(requests, definitions);
  const missing = omitted.map(({ name }) => name);
  return {
    rowCount: requests.rowCount,
    names: [...names, ...missing],
    categories: [...categories, ...missing.map(() => null)],
    columns: [...columns, ...missing.map(() => new Float64Array(requests.rowCount).fill(NaN))],
  };
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A value of an input as it is read: "midday", "500 KiB", "Mon 09 h UTC"; a code without a name,
 * and the value of any other feature, as the number.
 */
export function inputWords(name: string, value: number, names: readonly string[] | null): string {
  if (names) return names[value] ?? "not logged";
  if (Number.isNaN(value)) return "missing";
  if (name === "payload size") return `${value} KiB`;
  if (name === "time of day")
    return `${DAYS[Math.floor(value / HOURS)]} ${String(value % HOURS).padStart(2, "0")} h UTC`;
  return String(value);
}
