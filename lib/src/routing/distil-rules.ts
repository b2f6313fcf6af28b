import { PLATFORMS } from "../campaign/index.js";
import type { FeatureTable } from "../features/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { codeRows } from "../statistics/index.js";
import { candidateTests, type CandidateTest } from "./candidate-tests.js";
import {
  contextColumns,
  figureColumns,
  inputsRead,
  type ContextColumn,
} from "./context-columns.js";
import { firingRules, type Condition, type Rule, type RuleList } from "./rules.js";
import { stretches, tellingFigures } from "./telling-figures.js";

export interface RuleOptions {
  /** Rules at most, the last "else" included; 8 unless given. */
  maxRules?: number;
  /** Conditions a rule may have; 2 unless given. */
  maxConditions?: number;
  /** P(Lambda optimal) above which the model sends a request to Lambda; .5 unless given. */
  threshold?: number;
}

/** How pure a rule must be to be taken, tried in turn: the list that agrees best is kept. */
const PURITIES = [1, 0.99, 0.97, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6];
/** Contexts that rules are searched in, at most; of more, those at even distances. All judge. */
const SEARCHED_CONTEXTS = 3000;
/** Of conjunctions of two conditions, how many are tried with a third. */
const EXTENDED = 60;

/**
 * A model as a short if / else-if / else list over what a router is told, fitted to the model's
 * answers and not to the labels. Requests are folded into distinct contexts first. Then, again and
 * again, the rule that covers most of what is left is taken among all conjunctions that are pure
 * enough (R. L. Rivest, Learning Decision Lists, 1987: with purity 1 and up to two conditions,
 * searched in full, a model that is such a list is matched on every context, given rules enough).
 * What does not raise the agreement, a rule or a condition, is taken out again.
 *
 * Of figures (arrival state, feedback), which hardly repeat, rules speak of the few that tell
 * most, cut at a few readable values; contexts fold by the stretches between them.
 *
 * @param requests the requests the list is made from: the training rows
 * @param features their features, as the model reads them
 */
export function distilRules(
  classifier: Classifier,
  requests: Requests,
  features: FeatureTable,
  options: RuleOptions = {},
): RuleList {
  const { maxRules = 8, maxConditions = 2, threshold = 0.5 } = options;
  if (!(Number.isInteger(maxRules) && maxRules >= 1))
    throw new RangeError(`a list holds 1 or more rules, not ${maxRules}`);
  if (!(Number.isInteger(maxConditions) && maxConditions >= 1 && maxConditions <= 3))
    throw new RangeError(`a rule holds 1 to 3 conditions, not ${maxConditions}`);
  if (features.rowCount !== requests.rowCount)
    throw new RangeError(`${features.rowCount} rows of features for ${requests.rowCount} requests`);
  if (requests.rowCount === 0) throw new RangeError("there are no requests to make rules from");
  const probability = predictDistinct(classifier, features);
  const toLambda = Uint8Array.from(probability, (p) => Number(p > threshold));
  const task = foldContexts(toLambda, [
    ...contextColumns(requests, inputsRead(classifier.featureNames)),
    ...tellingFigures(figureColumns(requests, classifier.featureNames), toLambda),
  ]);
  const searched = sampleOf(task);
  const tests = candidateTests(searched.columns, searched.contexts);
  let best: Judged | null = null;
  for (const purity of PURITIES) {
    // Where single conditions say it as well, they say it shorter.
    for (let conditions = 1; conditions <= maxConditions; conditions++) {
      const list = prune(task, grow(searched, tests, purity, maxRules, conditions));
      if (
        best === null ||
        list.agreeing > best.agreeing ||
        (list.agreeing === best.agreeing && length(list) < length(best))
      )
        best = list;
    }
    if (best!.agreeing === task.total) break;
  }
  return { rules: best!.rules, rows: task.total, agreement: best!.agreeing / task.total };
}

/**
 * Distinct contexts with the number of their requests that the model sends to ECS and to Lambda.
 */
interface Task {
  columns: ContextColumn[];
  contexts: number;
  sent: readonly [ecs: Float64Array, lambda: Float64Array];
  total: number;
}

interface Judged {
  rules: Rule[];
  agreeing: number;
}

/** Rules first, conditions where they are as many. */
function length({ rules }: Judged): number {
  return 1000 * rules.length + rules.reduce((sum, { conditions }) => sum + conditions.length, 0);
}

function foldContexts(toLambda: Uint8Array, columns: readonly ContextColumn[]): Task {
  const rowCount = toLambda.length;
  const { codeOfRow, codeCount, firstRow } = codeRows(columns.map(stretches), rowCount);
  const sent = [new Float64Array(codeCount), new Float64Array(codeCount)] as const;
  for (let row = 0; row < rowCount; row++) sent[toLambda[row]][codeOfRow[row]]++;
  return {
    contexts: codeCount,
    sent,
    total: rowCount,
    columns: columns.map((column) => ({
      ...column,
      values: Float64Array.from(firstRow, (row) => column.values[row]),
    })),
  };
}

/** Contexts at even distances, where there are many. */
function sampleOf(task: Task): Task {
  if (task.contexts <= SEARCHED_CONTEXTS) return task;
  const step = task.contexts / SEARCHED_CONTEXTS;
  const chosen = Uint32Array.from({ length: SEARCHED_CONTEXTS }, (_, i) => Math.floor(i * step));
  const take = (values: Float64Array): Float64Array => Float64Array.from(chosen, (c) => values[c]);
  const sent = [take(task.sent[0]), take(task.sent[1])] as const;
  return {
    contexts: SEARCHED_CONTEXTS,
    sent,
    total: sent[0].reduce((sum, n, c) => sum + n + sent[1][c], 0),
    columns: task.columns.map((column) => ({ ...column, values: take(column.values) })),
  };
}

/**
 * Rules of at least this purity, the one of the greatest cover first, and the larger class of what
 * is left.
 */
function grow(
  task: Task,
  tests: readonly CandidateTest[],
  purity: number,
  maxRules: number,
  maxConditions: number,
): Condition[][] {
  const lists: Condition[][] = [];
  const left = new Uint8Array(task.contexts).fill(1);
  while (lists.length < maxRules - 1) {
    const [ecs, lambda] = task.sent.map((rows) =>
      rows.reduce((sum, n, context) => sum + n * left[context], 0),
    );
    if (Math.max(ecs, lambda) >= purity * (ecs + lambda)) break;
    const found = widestRule(task, tests, left, purity, maxConditions);
    if (found === null) break;
    lists.push(found.map((test) => tests[test].condition));
    for (let context = 0; context < task.contexts; context++)
      if (found.every((test) => tests[test].passes[context] === 1)) left[context] = 0;
  }
  return [...lists, []];
}

/**
 * The conjunction, as indices of tests, that covers most requests still left and is pure enough;
 * null where none is.
 */
function widestRule(
  { sent: [ecsRows, lambdaRows] }: Task,
  tests: readonly CandidateTest[],
  left: Uint8Array,
  purity: number,
  maxConditions: number,
): number[] | null {
  let best: number[] | null = null;
  let bestCover = 0;
  const members = tests.map((test) => test.members.filter((context) => left[context] === 1));
  /** Looks at one conjunction; returns the requests of the class it is purer in. */
  const look = (conjunction: number[], among: Uint32Array, also: Uint8Array | null): number => {
    let ecs = 0;
    let lambda = 0;
    for (const context of among) {
      if (also !== null && also[context] === 0) continue;
      ecs += ecsRows[context];
      lambda += lambdaRows[context];
    }
    const cover = ecs + lambda;
    const larger = Math.max(ecs, lambda);
    // Ties go to the rule seen first: the one with fewer conditions, of the inputs that come first.
    if (cover > bestCover && larger >= purity * cover) [best, bestCover] = [conjunction, cover];
    return larger;
  };
  tests.forEach((_, a) => look([a], members[a], null));
  if (maxConditions < 2) return best;
  const pairs: { pair: [number, number]; larger: number }[] = [];
  for (let a = 0; a < tests.length; a++) {
    for (let b = a + 1; b < tests.length; b++) {
      const [short, long] = members[a].length <= members[b].length ? [a, b] : [b, a];
      const larger = look([a, b], members[short], tests[long].passes);
      if (maxConditions > 2) pairs.push({ pair: [a, b], larger });
    }
  }
  pairs.sort((one, other) => other.larger - one.larger);
  for (const {
    pair: [a, b],
  } of pairs.slice(0, EXTENDED)) {
    const both = members[a].filter((context) => tests[b].passes[context] === 1);
    for (let c = 0; c < tests.length; c++)
      if (c !== a && c !== b) look([a, b, c], both, tests[c].passes);
  }
  return best;
}

/**
 * Takes out, as long as the agreement does not fall, whole rules from the end, then single
 * conditions; again until nothing more goes, because what one rule needs depends on what the others
 * say.
 */
function prune(task: Task, lists: readonly Condition[][]): Judged {
  let kept = [...lists];
  let judged = judge(task, kept);
  let changed = true;
  const tryInstead = (shorter: Condition[][]): void => {
    const other = judge(task, shorter);
    if (other.agreeing >= judged.agreeing) [kept, judged, changed] = [shorter, other, true];
  };
  while (changed) {
    changed = false;
    for (let i = kept.length - 2; i >= 0; i--) tryInstead(kept.filter((_, rule) => rule !== i));
    for (let i = kept.length - 2; i >= 0; i--) {
      for (let c = kept[i].length - 1; c >= 0 && kept[i].length > 1; c--)
        tryInstead(
          kept.map((conditions, rule) =>
            rule === i ? conditions.filter((_, at) => at !== c) : conditions,
          ),
        );
    }
  }
  return judged;
}

/**
 * Each rule answers what the model does with most of the requests it fires for; how many requests
 * that gets right.
 */
function judge(task: Task, lists: readonly Condition[][]): Judged {
  const fired = firingRules(
    lists.map((conditions) => ({ conditions })),
    task.columns,
    task.contexts,
  );
  const [ecs, lambda] = task.sent.map((rows) => {
    const byRule = new Float64Array(lists.length);
    fired.forEach((rule, context) => (byRule[rule] += rows[context]));
    return byRule;
  });
  const rules = lists.map((conditions, i): Rule => ({
    conditions: [...conditions],
    platform: PLATFORMS[Number(lambda[i] > ecs[i])],
    rows: ecs[i] + lambda[i],
    agreeing: Math.max(ecs[i], lambda[i]),
  }));
  return { rules, agreeing: rules.reduce((sum, { agreeing }) => sum + agreeing, 0) };
}
