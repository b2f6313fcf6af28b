import { InputError } from "../statistics/index.js";
/** A collection that cannot begin or go on. One line that says why and what to do. */
export class CollectError extends InputError {
  override name = "CollectError";
}
