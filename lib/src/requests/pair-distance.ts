/**
 * Halves whose sends lie further apart than this, ms, are not of one moment: a queue or a link may
 * have changed between them. A sender's timer and its two system calls take less on a quiet
 * machine.
 */
export const MOST_PAIR_DISTANCE_MS = 5;
