import type { LabelledTable } from "../features/index.js";
import {
  authorSplit,
  evaluateOnSplit,
  type ClassifierFamily,
  type Split,
} from "../models/index.js";
import { selectRows, type Requests } from "../requests/index.js";
import { rankCorrelation } from "../statistics/index.js";
import { importanceInterval } from "./importance-interval.js";
import { inputImportance } from "./input-importance.js";
import { ROUTER_INPUTS } from "./router-inputs.js";

/** One repetition of training and explaining. */
export interface StabilityRun {
  title: string;
  /** What was changed: the seed of the training, or of the split (other rows in each part). */
  varied: "seed" | "split";
  seed: number;
  /** On the test rows. */
  accuracy: number;
  /** Expected drop in accuracy by input, in the order of ROUTER_INPUTS. */
  drops: number[];
  /**
   * Spearman's rank correlation of the drops with those of the first run of the model; NaN where a
   * side is constant.
   */
  agreement: number;
}

/** What is trained again. */
export interface StabilityTask {
  families: readonly ClassifierFamily<{ seed: number }>[];
  table: LabelledTable;
  /** The requests of the table's rows, and the author's order of them (`authorRowOrder`). */
  requests: Requests;
  order: Uint32Array;
  /** The split of a seed; the author's random one where left out. */
  splitBy?: (seed: number) => Split;
  /** Options by kind; defaults where left out. */
  optionsOf?: Readonly<Record<string, object>>;
}

/**
 * How far importance depends on chance: trains and explains again with other seeds on the same
 * split, and with the first seed on splits drawn by other seeds. The first run of each model is
 * with the first seed on the first split.
 */
export async function importanceStability(
  {
    families,
    table,
    requests,
    order,
    splitBy = (seed) => authorSplit(table.label, seed, order),
    optionsOf = {},
  }: StabilityTask,
  {
    seed,
    repeats = 5,
    onProgress,
  }: { seed: number; repeats?: number; onProgress?: (shareDone: number, title: string) => void },
): Promise<StabilityRun[]> {
  const others = Array.from({ length: repeats - 1 }, (_, i) => seed + 1 + i);
  const plan = [
    { varied: "seed" as const, seed },
    ...others.map((other) => ({ varied: "seed" as const, seed: other })),
    ...others.map((other) => ({ varied: "split" as const, seed: other })),
  ];
  const runs: StabilityRun[] = [];
  for (const [f, family] of families.entries()) {
    let first: number[] | null = null;
    for (const [p, { varied, seed: changed }] of plan.entries()) {
      onProgress?.((f + p / plan.length) / families.length, family.title);
      const split = splitBy(varied === "split" ? changed : seed);
      const fitSeed = varied === "seed" ? changed : seed;
      const { classifier, test } = await evaluateOnSplit(family, table, split, {
        seed: fitSeed,
        ...optionsOf[family.kind],
      });
      const { groups } = inputImportance(
        classifier,
        selectRows(requests, split.test),
        Uint8Array.from(split.test, (row) => table.label[row]),
        { seed },
      );
      const drops = ROUTER_INPUTS.map(
        (input) => importanceInterval(groups.find(({ name }) => name === input)!.accuracy).estimate,
      );
      first ??= drops;
      runs.push({
        title: family.title,
        varied,
        seed: changed,
        accuracy: test.accuracy,
        drops,
        agreement: rankCorrelation(drops, first),
      });
    }
  }
  return runs;
}

/** The runs of one model with one thing varied (its first run among them), summed up. */
export interface StabilitySummary {
  title: string;
  varied: StabilityRun["varied"];
  runs: number;
  lowestAccuracy: number;
  highestAccuracy: number;
  /** The least agreement with the first run, of those that have one; NaN where none has. */
  lowestAgreement: number;
  /** Inputs that came out on top in some run; a run in which no input costs accuracy has none. */
  tops: string[];
  /** By input, in the order of ROUTER_INPUTS. */
  meanDrop: number[];
  lowestDrop: number[];
  highestDrop: number[];
}

/** Drops below this are rounding. */
const ROUNDING = 1e-12;

const leastOf = (values: readonly number[]): number =>
  values.length > 0 ? Math.min(...values) : NaN;

/** One line a model and thing varied. */
export function summariseStability(runs: readonly StabilityRun[]): StabilitySummary[] {
  const titles = [...new Set(runs.map(({ title }) => title))];
  return titles.flatMap((title) =>
    (["seed", "split"] as const).map((varied): StabilitySummary => {
      const own = runs.filter((run) => run.title === title);
      const some = own.filter((run, r) => r === 0 || run.varied === varied);
      const byInput = ROUTER_INPUTS.map((_, i) => some.map(({ drops }) => drops[i]));
      const accuracies = some.map(({ accuracy }) => accuracy);
      return {
        title,
        varied,
        runs: some.length,
        lowestAccuracy: Math.min(...accuracies),
        highestAccuracy: Math.max(...accuracies),
        lowestAgreement: leastOf(some.map(({ agreement }) => agreement).filter(Number.isFinite)),
        tops: [
          ...new Set(
            some
              .filter(({ drops }) => Math.max(...drops) > ROUNDING)
              .map(({ drops }) => ROUTER_INPUTS[drops.indexOf(Math.max(...drops))]),
          ),
        ],
        meanDrop: byInput.map(
          (drops) => drops.reduce((sum, value) => sum + value, 0) / drops.length,
        ),
        lowestDrop: byInput.map((drops) => Math.min(...drops)),
        highestDrop: byInput.map((drops) => Math.max(...drops)),
      };
    }),
  );
}
