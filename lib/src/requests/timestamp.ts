const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/**
 * Milliseconds since 1970 UTC of an ISO 8601 time stamp
 * `YYYY-MM-DDTHH:MM:SS[.fraction][Z|±HH[:]MM]`, a blank allowed for the T. Without a zone it is UTC
 * (Python's `utcnow().isoformat()` writes none), unlike `Date.parse`, which takes the machine's
 * zone. Fractions keep what a double holds at this size, about a quarter of a microsecond. NaN for
 * anything else, for a day the calendar lacks, and for years outside 1970 to 2100.
 */
export function parseTimestamp(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const separator = text[10];
  if (
    text[4] !== "-" ||
    text[7] !== "-" ||
    (separator !== "T" && separator !== " ") ||
    text[13] !== ":" ||
    text[16] !== ":"
  )
    return NaN;
  // A NaN from `digits` fails these comparisons too.
  if (!(
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  ))
    return NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NaN;

  let at = 19;
  let fractionMs = 0;
  if (text[at] === ".") {
    const from = ++at;
    for (let scale = 100; at < text.length && isDigit(text.charCodeAt(at)); at++, scale /= 10) {
      fractionMs += (text.charCodeAt(at) - 48) * scale;
    }
    if (at === from) return NaN;
  }
  const offsetMinutes = zoneOffset(text.slice(at));
  const ms =
    Date.UTC(year, month - 1, day, hour, minute, second) - offsetMinutes * 60_000 + fractionMs;
  // Only an offset can carry a valid date across the limits.
  return ms >= Date.UTC(FIRST_YEAR, 0) && ms < Date.UTC(LAST_YEAR + 1, 0) ? ms : NaN;
}

const EPOCH = /^\d{9,19}(?:\.\d+)?$/;

/**
 * The same of any time that logs hold: ISO 8601 as `parseTimestamp` reads it, or a number (or its
 * digits) since 1970, of seconds, ms, us or ns. Which of them, its size tells: no time from 1973 to
 * 2100 could be another's in another unit.
 */
export function parseTime(value: unknown): number {
  if (typeof value === "string" && !EPOCH.test(value)) return parseTimestamp(value);
  if (typeof value !== "string" && typeof value !== "number") return NaN;
  const since = Number(value);
  const ms =
    since < 1e11
      ? since * 1000
      : since < 1e14
        ? since
        : since < 1e17
          ? since / 1000
          : since / 1_000_000;
  return since >= 1e8 && ms < Date.UTC(LAST_YEAR + 1, 0) ? ms : NaN;
}

function zoneOffset(zone: string): number {
  if (zone === "" || zone === "Z") return 0;
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!match || Number(match[2]) > 14 || Number(match[3]) > 59) return NaN;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && !leap ? 28 : DAYS_IN_MONTH[month - 1];
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return NaN;
    value = value * 10 + code - 48;
  }
  return value;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
