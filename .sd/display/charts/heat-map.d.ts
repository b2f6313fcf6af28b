import { type Figure, type FigureText } from "../figure.js";
export interface HeatOptions {
    /** Values that get the first and the last colour; 0 and 1 unless given. */
    low?: number;
    high?: number;
    /** What is written into a cell; two decimals unless given. */
    print?: (value: number, row: number, column: number) => string;
    from?: string;
    to?: string;
}
/**
 * A table of shares or numbers as coloured cells with their values printed. Drawn as bars: heat
 * maps proper are smoothed by some viewers. NaN leaves a cell blank.
 */
export declare function heatMap(rows: readonly string[], columns: readonly string[], values: readonly ArrayLike<number>[], text: FigureText, options?: HeatOptions): Figure;
/**
 * Counts of true (rows) against predicted (columns) classes, each with its share of the true class.
 * @param counts `counts[true][predicted]`
 */
export declare function confusionMatrix(classes: readonly string[], counts: readonly ArrayLike<number>[], text: Pick<FigureText, "title" | "simulated">): Figure;
