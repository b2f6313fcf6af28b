import type { Attainability } from "../attainability/index.js";
import type { Interval } from "../statistics/index.js";
/**
 * Where an accuracy stands between the best lookup of one column (0) and the best possible (1),
 * with its interval; null where the two are nearer to each other than half the interval's width,
 * for a place between them is then chance. Above 1 and below 0 are possible: floor and ceiling are
 * those of all rows, the accuracy is of some.
 */
export declare function positionBetween({ best1, headroom }: Pick<Attainability, "best1" | "headroom">, accuracy: Interval): Interval | null;
