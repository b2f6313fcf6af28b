import type { QuarantinedLine } from "./requests.js";
/**
 * Writes quarantined lines as JSONL, one object `{file, line, field, reason, raw}` each, replacing
 * what was there; no lines make an empty file. Missing folders are made.
 */
export declare function writeQuarantine(file: string, lines: readonly QuarantinedLine[]): Promise<void>;
