import { InputError } from "../statistics/index.js";

/** What the system's codes mean to whoever asked for the file. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the device",
  EDQUOT: "the disk quota is used up",
  EROFS: "it lies on a read-only file system",
  EACCES: "this user is not allowed to",
  EPERM: "this user is not allowed to",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "its path leads through a file as if it were a folder",
  EISDIR: "it is a folder",
  EEXIST: "it exists already",
  EIO: "the device failed",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EFBIG: "it is too large for the file system",
  ENOMEM: "there is no memory left",
};

/** Whether the operating system refused something: its errors carry a code and the call. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** Why the system refused, with its code: "no space is left on the device (ENOSPC)". */
export function systemReason({ code = "", message }: NodeJS.ErrnoException): string {
  return `${REASONS[code] ?? message} (${code})`;
}

/** A file or folder that cannot be written; the message names it, and why. */
export class WriteError extends InputError {
  override name = "WriteError";
}

/**
 * Does something that writes to `place`, so that what the system refuses becomes a WriteError that
 * names the place (of a full disk the system tells only that "write" failed). Other errors pass.
 */
export function writingTo<T>(place: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw asWriteError(place, error);
  }
}

/** The system's refusal as a WriteError; any other error stays itself. */
export function asWriteError(place: string, error: unknown): unknown {
  return isSystemError(error)
    ? new WriteError(`${place} cannot be written: ${systemReason(error)}`, { cause: error })
    : error;
}
