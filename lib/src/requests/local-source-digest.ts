import { statSync } from "node:fs";
import path from "node:path";
import { arrowParts } from "./arrow-parts.js";
import { sha256OfFile, sha256OfSource } from "./digest.js";
import { RequestSourceError } from "./error.js";
import { formatOptions, type LogOptions } from "./log-options.js";
import { cannotRead, findLocalFiles } from "./source-files.js";

/**
 * The fingerprint of logs on this machine without reading a row of them: what `sha256OfSource`
 * gives for the digests of `readRequests`. It depends on the files' names below the source and on
 * their bytes, not on where the source lies. Which of them are logs may depend on the options, as
 * it does in reading. Throws RequestSourceError where nothing is there, or
 * no log.
 */
export function localSourceDigest(source: string, options: LogOptions = {}): string {
  const root = path.resolve(source);
  try {
    const isFolder = statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const parts = isFolder ? arrowParts(root) : [];
    const names =
      parts.length > 0
        ? parts
        : findLocalFiles(source, formatOptions(options)).files.map(({ name }) => name);
    const folder = isFolder ? root : path.dirname(root);
    return sha256OfSource(
      names.map((file) => ({ file, sha256: sha256OfFile(path.join(folder, file)) })),
    );
  } catch (error) {
    throw error instanceof RequestSourceError
      ? error
      : cannotRead(source, error as NodeJS.ErrnoException);
  }
}
