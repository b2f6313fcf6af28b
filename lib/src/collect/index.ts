export type { RowSink } from "./row-sink.js";
export { pushFolder, type Pushed } from "./push-folder.js";
export { S3Sink, type S3SinkOptions, type Shipped } from "./s3-sink.js";
export { RowSinkError } from "./sink-error.js";
