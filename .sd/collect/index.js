export { claimPlace, placeOfCollection, storeCollection } from "./collection-store.js";
export { pushFolder } from "./push-folder.js";
export { S3Sink } from "./s3-sink.js";
export { RowSinkError } from "./sink-error.js";
export { FolderSink } from "./folder-sink.js";
export { CollectError } from "./collect-error.js";
export { collect, resumeCollection, } from "./collect.js";
export { readRecord as readCollectionRecord, } from "./collection-record.js";
export { planRequests } from "./planned-list.js";
export { requestBody } from "./request-body.js";
//# sourceMappingURL=index.js.map