import { asBoolean } from "../column-mapping.js";
import type { LogRecord } from "../fields.js";
import { logField } from "../log-fields.js";
import { record, type ClientFormat } from "./format.js";

/** The study's fields as columns; those of `metrics` with or without `metrics.` before them. */
export const CSV: ClientFormat = {
  id: "csv",
  title: "CSV with the study's fields as columns (or a mapping to them)",
  documentedAt: "README.md, Logs",
  side: "client",
  framing: "csv",
  recognises: ({ header }) => header.includes("timestamp") && header.includes("response_time_ms"),
  translate(raw) {
    const own: LogRecord = {};
    const metrics: LogRecord = {};
    for (const [name, value] of Object.entries(raw)) {
      const field = logField(name);
      // An empty cell is a value that is not there.
      if (!field || value === "") continue;
      (field.inMetrics ? metrics : own)[field.name] =
        field.kind === "boolean" ? asBoolean(value) : value;
    }
    own.metrics = metrics;
    return record(own);
  },
};
