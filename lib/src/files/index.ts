export { isLocked, LockHeldError, takeLock, type Lock } from "./locks.js";
export { isRunning, markOf, type ProcessMark } from "./processes.js";
export { makeScratchFolder } from "./scratch-folder.js";
export {
  asWriteError,
  isSystemError,
  systemReason,
  WriteError,
  writingTo,
} from "./system-error.js";
export { makeFolder, PartialFiles, writeAllWhole, writeWhole } from "./write-whole.js";
