/** A test of independence on a table of counts. */
export interface IndependenceTest {
    statistic: number;
    degreesOfFreedom: number;
    p: number;
    /**
     * Cramér's V with Bergsma's (2013) correction: 0 for independent, 1 where one determines the
     * other.
     */
    cramersV: number;
}
/**
 * Pearson's chi-square test that the rows and columns of a table of counts (row-major) are
 * independent. Rows and columns without counts are left out. With a single row or column there is
 * nothing to test: p is 1.
 */
export declare function independenceTest(counts: ArrayLike<number>, columnCount: number): IndependenceTest;
/**
 * P(X > statistic) for X chi-square distributed: the upper regularised incomplete gamma function,
 * by its series or continued fraction (Lentz).
 */
export declare function chiSquareTail(statistic: number, degreesOfFreedom: number): number;
