/**
 * P(T <= t) for Student's t with a whole number of degrees of freedom: the finite trigonometric
 * series of Abramowitz and Stegun (1964), 26.7.3 for odd and 26.7.4 for even degrees.
 */
export declare function studentProbability(t: number, degrees: number): number;
/**
 * The quantile function of Student's t: `studentProbability` inverted by bisection, to a relative
 * 1e-12; above 1,000 degrees of freedom the first terms of the expansion of Abramowitz and Stegun
 * (1964), 26.7.5.
 */
export declare function studentQuantile(probability: number, degrees: number): number;
