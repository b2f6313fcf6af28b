/**
 * ln(n!) for a whole number n: a table to 170, Stirling's series beyond (relative error below
 * 1e-15).
 */
export declare function logFactorial(n: number): number;
