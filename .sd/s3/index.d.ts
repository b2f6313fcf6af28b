export { answerInTime, openS3, type S3Access, type S3Credentials, type S3Options, } from "./access.js";
export { parseS3Address, unsafeKey, type S3Address } from "./address.js";
export { CutBodyError, describeS3Error, mayPass, type S3Task, type SdkError } from "./errors.js";
export { putOnce, type NewObject, type PutOutcome } from "./put-once.js";
export { withRetries, type Retries } from "./retries.js";
