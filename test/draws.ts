/** `STUDY_SLOW=1 npm test` takes the long way wherever there is one. */
export const SLOW = process.env.STUDY_SLOW === "1";

/**
 * How many seeds a statistical loop runs through: all that its claim was measured with under
 * `STUDY_SLOW=1`, else the first few, so that the suite is waited for.
 */
export function draws(all: number, few: number): number {
  return SLOW ? all : few;
}
