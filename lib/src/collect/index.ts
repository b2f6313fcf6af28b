export type { RowSink } from "./row-sink.js";
export { claimPlace, placeOfCollection, storeCollection } from "./collection-store.js";
export { pushFolder, type Pushed } from "./push-folder.js";
export { S3Sink, type S3SinkOptions, type Shipped } from "./s3-sink.js";
export { RowSinkError } from "./sink-error.js";
export { FolderSink } from "./folder-sink.js";
export { CollectError } from "./collect-error.js";
export {
  collect,
  resumeCollection,
  type Collection,
  type CollectOptions,
  type ResumeOptions,
} from "./collect.js";
export {
  readRecord as readCollectionRecord,
  type CollectionRecord,
  type RunRates,
  type SessionRecord,
} from "./collection-record.js";
export type { CollectionProgress } from "./progress.js";
export type { GroupTally } from "./tally.js";
export type { Target } from "./target.js";
export {
  planRequests,
  sendsOf,
  type PlannedRequest,
  type PlannedRun,
  type PlannedSend,
} from "./planned-list.js";
export { requestBody } from "./request-body.js";
