import { InputError } from "../statistics/index.js";

/**
 * A table that cannot be read as a labelled one; the message names file, row or column, and the
 * remedy.
 */
export class TableError extends InputError {
  override name = "TableError";
}
