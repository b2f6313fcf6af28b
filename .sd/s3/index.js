export { answerInTime, openS3, } from "./access.js";
export { parseS3Address, unsafeKey } from "./address.js";
export { CutBodyError, describeS3Error, mayPass } from "./errors.js";
export { putOnce } from "./put-once.js";
export { withRetries } from "./retries.js";
//# sourceMappingURL=index.js.map