import {
  LOAD_PATTERNS,
  OTHER_WINDOW,
  THESIS_WINDOWS,
  TIME_WINDOWS,
  timeWindowOfHour,
  type WindowHours,
} from "../campaign/index.js";
import { NameCodes } from "./name-codes.js";
import { MISSING, type Requests } from "./requests.js";

/** The windows and load patterns that a study declares; the thesis's own where left out. */
export interface DeclaredScenarios {
  windows?: readonly WindowHours[];
  patterns?: readonly string[];
}

/** So many names are told apart that nobody declared; a log whose windows all differ has none. */
const MOST_UNDECLARED = 50;

const THESIS: readonly WindowHours[] = [...THESIS_WINDOWS, { name: OTHER_WINDOW }];

/** The windows of a campaign in the order of their codes, with their hours where they are known. */
export function windowsOf({ windows }: Pick<Requests, "windows">): readonly WindowHours[] {
  return windows ?? THESIS;
}

/** Names of the windows, by code. */
export function windowNames({ windows }: Pick<Requests, "windows">): readonly string[] {
  return windows?.map(({ name }) => name) ?? TIME_WINDOWS;
}

/** Names of the load patterns, by code. */
export function patternNames({ patterns }: Pick<Requests, "patterns">): readonly string[] {
  return patterns ?? LOAD_PATTERNS;
}

/**
 * Codes of the windows and patterns of a log that is being read: what is declared first, then
 * names that nobody declared, as the log brings them.
 */
export class ScenarioCodes {
  private readonly declared: readonly WindowHours[];
  private readonly windows: NameCodes;
  private readonly patterns: NameCodes;
  /** Rows with a name that is not declared, by `field "name"`. */
  readonly undeclared = new Map<string, number>();

  constructor(private readonly stated: DeclaredScenarios = {}) {
    this.declared = stated.windows ? [...stated.windows, { name: OTHER_WINDOW }] : THESIS;
    this.windows = codesOf(this.declared.map(({ name }) => name));
    this.patterns = codesOf(stated.patterns ?? LOAD_PATTERNS);
  }

  /** The window of an hour (0-23, local time). */
  windowOfHour(hour: number): number {
    return this.windows.codeOf(timeWindowOfHour(hour, this.declared));
  }

  windowOf(name: string): number {
    return this.codeOf("time_window", this.windows, this.declared.length, name);
  }

  patternOf(name: string): number {
    const declared = (this.stated.patterns ?? LOAD_PATTERNS).length;
    return this.codeOf("load_pattern", this.patterns, declared, name);
  }

  private codeOf(field: string, codes: NameCodes, declared: number, name: string): number {
    const code = codes.codeOf(name);
    if (code >= 0 && code < declared) return code;
    const place = code < 0 ? `${field} (others)` : `${field} ${JSON.stringify(name)}`;
    this.undeclared.set(place, (this.undeclared.get(place) ?? 0) + 1);
    return code < 0 ? MISSING : code;
  }

  /**
   * The names that the codes stand for, where they are not the thesis's. Those of the thesis give
   * way where a study states none and no row has one of them: the log's own then take their codes.
   */
  finish(columns: Pick<Requests, "timeWindow" | "loadPattern">): DeclaredScenarios {
    const { windows, patterns } = this.stated;
    const windowsFrom = windows ? 0 : withoutUnused(columns.timeWindow, this.windows, THESIS);
    const patternsFrom = patterns
      ? 0
      : withoutUnused(columns.loadPattern, this.patterns, LOAD_PATTERNS);
    return {
      ...((windows ?? this.windows.names.length > THESIS.length) && {
        windows: this.windows.names
          .map((name, code) => this.declared[code] ?? { name })
          .slice(windowsFrom),
      }),
      ...((patterns ?? this.patterns.names.length > LOAD_PATTERNS.length) && {
        patterns: this.patterns.names.slice(patternsFrom),
      }),
    };
  }
}

function codesOf(names: readonly string[]): NameCodes {
  return new NameCodes(names, Math.min(names.length + MOST_UNDECLARED, MISSING));
}

/**
 * Moves the codes of a column down where none of the usual names is used and others are; returns
 * by how much.
 */
function withoutUnused(
  column: Uint8Array,
  { names }: NameCodes,
  usual: readonly unknown[],
): number {
  if (names.length === usual.length || column.some((code) => code < usual.length)) return 0;
  for (let row = 0; row < column.length; row++)
    if (column[row] !== MISSING) column[row] -= usual.length;
  return usual.length;
}

/**
 * Requests that were read as columns, with what a study declares first among their names: the codes
 * are moved, in place.
 */
export function withDeclared(requests: Requests, stated: DeclaredScenarios): Requests {
  const { windows, patterns } = stated;
  const declared: readonly WindowHours[] = [...(windows ?? []), { name: OTHER_WINDOW }];
  const names = windowNames(requests);
  return {
    ...requests,
    ...(windows && {
      windows: recode(
        requests.timeWindow,
        names,
        declared.map(({ name }) => name),
      ).map((name) => declared.find((one) => one.name === name) ?? { name }),
    }),
    ...(patterns && {
      patterns: recode(requests.loadPattern, patternNames(requests), patterns),
    }),
  };
}

/** Names that are declared first, then others that a row has. */
function recode(
  column: Uint8Array,
  names: readonly string[],
  declared: readonly string[],
): string[] {
  const others = names.filter((name, code) => !declared.includes(name) && column.includes(code));
  const all = [...declared, ...others];
  const codes = names.map((name) => all.indexOf(name));
  for (let row = 0; row < column.length; row++)
    if (column[row] !== MISSING) column[row] = codes[column[row]];
  return all;
}
