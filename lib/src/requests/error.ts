/**
 * A source of requests that cannot be read as a whole: missing, unreadable, without logs, cut short, half simulated.
 * The message is one line and says what to do. Single bad lines never throw; they go to quarantine.
 */
export class RequestSourceError extends Error {
  override name = "RequestSourceError";
}
