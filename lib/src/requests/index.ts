export * from "./requests.js";
export { requestsFromArrow, requestsToArrow } from "./arrow.js";
export { authorRowOrder } from "./author-order.js";
export {
  CELL_KEYS,
  CONTEXT_CELL,
  dayOfWeek,
  groupIntoCells,
  hourOfDay,
  type CellKey,
  type Cells,
} from "./cells.js";
export { readCounterfactual, type CounterfactualLog } from "./counterfactual.js";
export { COUNTERFACTUAL_COLUMNS, type Counterfactual } from "./counterfactual-columns.js";
export { ArrivalClock } from "./arrival-clock.js";
export {
  emptyArrivalState,
  arrivalState,
  arrivalStateOf,
  mapArrivalState,
  setArrivalState,
  LONGEST_IDLE_SECONDS,
  LOOK_BACK_SECONDS,
  type ArrivalState,
  type LookBackSeconds,
  type RecentArrivals,
} from "./arrivals.js";
export {
  ANSWERS_LOOK_BACK_SECONDS,
  FEEDBACK_FIELDS,
  feedbackOf,
  sentTo,
  setFeedback,
  type Feedback,
  type FeedbackField,
} from "./feedback.js";
export {
  readArrowParts,
  writeArrowPart,
  type ArrowCampaign,
  type ArrowPartsOptions,
} from "./arrow-parts.js";
export {
  mapColumns,
  REQUEST_COLUMNS,
  type Column,
  type ColumnType,
  type RequestColumns,
} from "./columns.js";
export { parseColumns, type ColumnMapping, type ColumnRule } from "./column-mapping.js";
export { sha256OfFile, sha256OfSource, type FileDigest } from "./digest.js";
export { RequestSourceError } from "./error.js";
export { MOST_KB, MOST_MB, MOST_MS, MOST_PERCENT, MOST_TASKS } from "./fields.js";
export { guessColumns, mappingOf, type ColumnGuess, type GuessedColumns } from "./guess-columns.js";
export { inspectLogs, type InspectedWorkload, type LogInspection } from "./inspect-logs.js";
export { joinLogs, type JoinReport, type Unmatched } from "./join/join-logs.js";
export { FORMATS, READABLE_FORMATS, type LogFormat } from "./formats/index.js";
export type { FormatReading } from "./line-reader.js";
export { LOG_FIELDS, type FieldKind, type LogField } from "./log-fields.js";
export { formatOptions, type LogOptions } from "./log-options.js";
export {
  JSON_TYPES,
  METRICS_FIELDS,
  TOP_FIELDS,
  type FieldTypes,
  type JsonType,
} from "./field-types.js";
export { localSourceDigest } from "./local-source-digest.js";
export { MOST_PAIR_DISTANCE_MS } from "./pair-distance.js";
export { findPairs, isPaired, type Pairs } from "./pairs.js";
export { namePayloads } from "./payload.js";
export { hashRequestId } from "./request-id.js";
export { isMarkedSimulated, markSimulated } from "./shown-provenance.js";
export {
  commonReasons,
  quarantineInWords,
  writeQuarantine,
  type QuarantineReason,
} from "./quarantine.js";
export {
  readRequests,
  type ReadOptions,
  type ReadProgress,
  type ReadTotals,
  type RequestLog,
} from "./read-requests.js";
export { isAnswered } from "./answered.js";
export { answered, clocked, selectRows, servedMs } from "./select.js";
export type { S3Credentials, S3Options } from "../s3/index.js";
export type { SourceOptions } from "./source.js";
export { patternNames, windowNames, windowsOf, type DeclaredScenarios } from "./scenarios.js";
export { wholeOf } from "./whole.js";
export { requestsTable } from "./table.js";
export { BLOCK_MINUTES, timeBlocks, type TimeBlocks } from "./time-blocks.js";
export { parseTime, parseTimestamp } from "./timestamp.js";
export { clockQuantiles, type ClockQuantiles } from "./clocks.js";
export {
  comparePairsWithPlan,
  compareWithPlan,
  loggedBySize,
  loggedMap,
  type PlannedAndLogged,
  type PlannedPairs,
} from "./planned-and-logged.js";
