import { Columns, type ColumnMapping } from "./column-mapping.js";
import type { DeclaredScenarios } from "./scenarios.js";
import { readableFormat, type FormatOptions } from "./sniff.js";

/** What a user can say of logs that do not speak the study's language. */
export interface LogOptions extends DeclaredScenarios {
  /** Id of the format of every file; told from each one's first records unless given. */
  format?: string;
  /** Columns or keys that hold the study's fields. */
  columns?: ColumnMapping;
  /** Local time less UTC, minutes: windows that are not logged are then told by the time. */
  utcOffsetMinutes?: number;
}

/** The same, checked. Throws an InputError for a format or a field that there is none of. */
export function formatOptions({ format, columns }: LogOptions): FormatOptions {
  return {
    ...(format !== undefined && { format: readableFormat(format) }),
    ...(columns && Object.keys(columns).length > 0 && { columns: new Columns(columns) }),
  };
}
