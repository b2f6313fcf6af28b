import { NO_PLATFORM } from "../campaign/index.js";
import type { Requests } from "./requests.js";

/**
 * Whether a request was answered: with a 2xx, by a platform that is named. Every other one failed.
 * The one definition for the whole study. Its execution time may be unknown all the same: a client
 * that never saw the platform's clock has none to log.
 */
export function isAnswered(
  { httpStatus, platform }: Pick<Requests, "httpStatus" | "platform">,
  row: number,
): boolean {
  const status = httpStatus[row];
  return status >= 200 && status < 300 && platform[row] !== NO_PLATFORM;
}
