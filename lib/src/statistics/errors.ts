/**
 * What a user gave (a log, a table, a plan, an option) cannot be used as it is. The message is for
 * him: one line that names the file, line, field or option at fault and what would be right.
 *
 * The commands show it as that line and end with status 2. Every other error is either the
 * system's (a full disk) or a defect of this program, and is shown as such: whoever throws an
 * InputError says that the program itself is in order.
 */
export class InputError extends Error {
  override name = "InputError";
}

/**
 * There are too few rows, groups or classes for what was asked of them: a finding about the data,
 * which a caller that asks several questions notes before it goes on to the next.
 */
export class TooFewRowsError extends InputError {
  override name = "TooFewRowsError";
}
