/** A body that ended, or broke, before its object did. */
export class CutBodyError extends Error {
  constructor(
    readonly received: number,
    readonly expected: number,
    cause?: Error,
  ) {
    super(`the body broke off after ${received} of ${expected} bytes`, { cause });
  }
}

/** What the SDK's errors have in common. */
export interface SdkError extends Error {
  code?: string;
  attempts?: number;
  $metadata?: { httpStatusCode?: number };
}

const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
const SLOW_DOWN = new Set([
  "SlowDown",
  "TooManyRequests",
  "TooManyRequestsException",
  "Throttling",
  "ThrottlingException",
  "RequestLimitExceeded",
  "ServiceUnavailable",
]);
/**
 * A body that was late or damaged on its way, or met another for the same key; with time-outs of
 * ours.
 */
const ON_THE_WAY = new Set([
  "TimeoutError",
  "RequestTimeout",
  "BadDigest",
  "IncompleteBody",
  "XAmzContentSHA256Mismatch",
  "ConditionalRequestConflict",
]);

/** What was being done when an error came: the rights that are needed differ. */
export type S3Task = "read" | "write";
const RIGHTS: Readonly<Record<S3Task, string>> = {
  read: "s3:ListBucket and s3:GetObject",
  write: "s3:PutObject and s3:GetObject",
};

/** Whether the same request may succeed a moment later. */
export function mayPass(error: SdkError): boolean {
  const status = error.$metadata?.httpStatusCode ?? 0;
  return (
    status >= 500 ||
    status === 429 ||
    SLOW_DOWN.has(error.name) ||
    ON_THE_WAY.has(error.name) ||
    error instanceof CutBodyError ||
    isConnection(error)
  );
}

function isConnection(error: SdkError): boolean {
  // A host with two addresses fails with one error for both.
  const codes = [
    error.code,
    ...((error as unknown as AggregateError).errors ?? []).map((one: SdkError) => one.code),
  ];
  return codes.some((code) => CONNECTION_CODES.has(code ?? ""));
}

/** The SDK's error in one line that says what to do. Nothing of the credentials is ever in it. */
export function describeS3Error(error: Error, address: string, task: S3Task): string {
  return explain(error, address, task).replace(/\s+/g, " ");
}

function explain(error: SdkError, address: string, task: S3Task): string {
  const bucket = address.split("/")[2];
  const status = error.$metadata?.httpStatusCode ?? 0;
  const times = `${error.attempts ?? 1} attempts`;
  if (error instanceof CutBodyError)
    return `${address}: ${error.message}, in the last of ${times}: try again`;
  if (/region is missing/i.test(error.message))
    return "no AWS region is set: set AWS_REGION, or a region in ~/.aws/config";
  if (
    error.name === "CredentialsProviderError" ||
    /credential.*(missing|not valid|could not load)/i.test(error.message)
  ) {
    return (
      "no AWS credentials are found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and " +
      "AWS_SECRET_ACCESS_KEY"
    );
  }
  if (SLOW_DOWN.has(error.name))
    return `${address}: S3 asked to slow down (${error.name}) in each of ${times}: try again later`;
  switch (error.name) {
    case "NoSuchBucket":
      return `there is no bucket ${bucket}: check its name`;
    case "EntityTooLarge":
      return `${address} is above the 5 GB that S3 takes in one request: split the file`;
    case "NoSuchKey":
      return `${address} is no longer there: it was listed a moment ago; read again`;
    case "PreconditionFailed":
      return `${address} was replaced while it was being read: read again`;
    case "InvalidAccessKeyId":
    case "SignatureDoesNotMatch":
    case "InvalidToken":
    case "ExpiredToken":
      return (
        `S3 refuses these AWS credentials (${error.name}): check the access key, its secret ` +
        "and the session's age"
      );
    case "RequestTimeTooSkewed":
      return "S3 refuses this machine's clock (RequestTimeTooSkewed): set it right";
    case "PermanentRedirect":
    case "AuthorizationHeaderMalformed":
      return `bucket ${bucket} lies in another region (${error.name}): set AWS_REGION to its own`;
  }
  if (status === 403)
    return (
      `these AWS credentials may not ${task} ${address} (AccessDenied): ${RIGHTS[task]} are ` +
      "needed"
    );
  if (status === 301) return `bucket ${bucket} lies in another region: set AWS_REGION to its own`;
  if (status >= 500)
    return (
      `${address}: S3 failed with ${status} ${error.name} in each of ${times}: ` + "try again later"
    );
  if (error.name === "TimeoutError")
    return `${address}: ${error.message} in each of ${times}: check the network and the endpoint`;
  if (isConnection(error)) {
    return (
      `${address}: the S3 endpoint cannot be reached (${error.code ?? error.message}), in ` +
      `${times}: check the network and the endpoint`
    );
  }
  return (
    `${address} cannot be ${task === "read" ? "read" : "written"}: ${error.name}: ` +
    `${error.message}`
  );
}
