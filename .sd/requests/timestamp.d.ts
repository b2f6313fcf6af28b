/**
 * Milliseconds since 1970 UTC of an ISO 8601 time stamp
 * `YYYY-MM-DDTHH:MM:SS[.fraction][Z|±HH[:]MM]`, a blank allowed for the T. Without a zone it is UTC
 * (Python's `utcnow().isoformat()` writes none), unlike `Date.parse`, which takes the machine's
 * zone. Fractions keep what a double holds at this size, about a quarter of a microsecond. NaN for
 * anything else, for a day the calendar lacks, and for years outside 1970 to 2100.
 */
export declare function parseTimestamp(text: string): number;
