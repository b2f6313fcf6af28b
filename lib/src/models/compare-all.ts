import type { Blocks } from "../statistics/index.js";
import { compareClassifiers, type Comparison } from "./compare.js";

/** Two of several classifiers on the same rows. */
export interface NamedComparison extends Comparison {
  a: string;
  b: string;
}

/**
 * Every pair of classifiers in their order; differences are the first's accuracy minus the
 * second's. `blocks` are those of the rows compared.
 */
export function compareAll(
  label: Uint8Array,
  contenders: readonly { title: string; probability: Float64Array }[],
  blocks?: Blocks,
): NamedComparison[] {
  return contenders.flatMap((first, i) =>
    contenders.slice(i + 1).map((second) => ({
      a: first.title,
      b: second.title,
      ...compareClassifiers(label, first.probability, second.probability, { blocks }),
    })),
  );
}

/**
 * Classifiers that answer (nearly) every row alike, put together: a chain of pairs that agree on at
 * least `leastShare` of the rows makes one group. Groups of one are left out; largest first.
 */
export function sameFunctions(
  pairs: readonly Pick<NamedComparison, "a" | "b" | "identicalShare">[],
  leastShare = 1,
): string[][] {
  const groupOf = new Map<string, Set<string>>();
  for (const { a, b, identicalShare } of pairs) {
    for (const title of [a, b]) if (!groupOf.has(title)) groupOf.set(title, new Set([title]));
    const first = groupOf.get(a)!;
    const second = groupOf.get(b)!;
    if (identicalShare < leastShare || first === second) continue;
    for (const title of second) groupOf.set(title, first.add(title));
  }
  return [...new Set(groupOf.values())]
    .map((group) => [...group])
    .filter((group) => group.length > 1)
    .sort((x, y) => y.length - x.length);
}
