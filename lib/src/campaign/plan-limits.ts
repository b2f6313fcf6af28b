/**
 * What no plan needs to exceed. Without limits a slip of the pen (1e9 for 1e3) is not refused but
 * computed, until memory or patience ends.
 */

/** A century: the study reads no time stamps beyond the year 2100. */
export const MOST_DAYS = 36_525;
/** Runs begin at "HH:MM", and a day has so many minutes. */
export const MOST_RUNS_A_DAY = 1440;
/** Runs of all days together; each is an object of its own while a plan is worked on. */
export const MOST_RUNS = 1_000_000;
/** A run ends before the next day's begins. */
export const MOST_MINUTES = 1440;
/** A hundred times what an account may ask of Lambda at once (1,000 environments) unless raised. */
export const MOST_REQUESTS_PER_SECOND = 100_000;
/** The simulator holds one run in memory: some 200 bytes a request, 1 GB for so many. */
export const MOST_REQUESTS_A_RUN = 5_000_000;
/** A hundred times the campaign of ten million that is measured (`npm run bench`). */
export const MOST_REQUESTS = 1_000_000_000;
/** A day: the reader of logs takes no longer time for one. */
export const MOST_MS = 86_400_000;
export const MOST_SECONDS = 86_400;
/** Environments, tasks, places in a queue: each takes memory in the simulator. */
export const MOST_PLACES = 1_000_000;
/** AWS lets a service have 5,000 tasks. */
export const MOST_TASKS = 5000;
/** Sizes, phases or patterns in one list. */
export const MOST_ITEMS = 1000;
/** Factors by which a rate or a time is multiplied, and the weights of workloads. */
export const MOST_TIMES = 1_000_000;
/** A tebibyte. */
export const MOST_BYTES = 2 ** 40;
