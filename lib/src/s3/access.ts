import type { S3Client } from "@aws-sdk/client-s3";
import type { Retries } from "./retries.js";

/**
 * How to reach an S3 store. What is left out comes from the environment and ~/.aws, as the AWS
 * command line reads them.
 */
export interface S3Options {
  /**
   * Address of an S3-compatible store, e.g. "http://127.0.0.1:9000"; buckets are then part of the
   * path.
   */
  endpoint?: string;
  region?: string;
  /**
   * "anonymous" signs nothing, for public buckets; so does AWS_NO_SIGN_REQUEST=YES. Default: the
   * SDK's chain (variables, AWS_PROFILE, roles).
   */
  credentials?: S3Credentials | "anonymous";
  /**
   * Where downloads are kept, by content; default `lambda-or-ecs-study/s3` in the user's cache
   * folder.
   */
  cacheFolder?: string;
  /** How often a listing or a download is tried before it is given up; default 5. */
  attempts?: number;
  /** Wait before the second attempt, ms; it doubles from then on. Default 200. */
  retryDelayMs?: number;
  /** The longest silence of the store, ms, before an attempt counts as failed; default 30,000. */
  silenceMs?: number;
}

export interface S3Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** An open way to a store. */
export interface S3Access {
  client: S3Client;
  /** Names the store, so that buckets of the same name in two stores stay apart. */
  store: string;
  retries: Retries;
  silenceMs: number;
  /** Ends whatever runs. */
  cancel: AbortSignal;
}

export async function openS3(options: S3Options, cancel: AbortSignal): Promise<S3Access> {
  // Its notice about coming Node versions would land in every notebook.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  // Imported here, so that local reads do not wait for it.
  const { S3Client } = await import("@aws-sdk/client-s3");
  const endpoint =
    options.endpoint ?? process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
  const client = new S3Client({
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(options.region ? { region: options.region } : {}),
    ...credentialsOf(options),
    // Retries are ours: the client's own end where a body begins.
    maxAttempts: 1,
  });
  const retries = { attempts: options.attempts ?? 5, delayMs: options.retryDelayMs ?? 200, cancel };
  return {
    client,
    store: endpoint ?? "aws",
    retries,
    silenceMs: options.silenceMs ?? 30_000,
    cancel,
  };
}

function credentialsOf({ credentials }: S3Options): object {
  if (
    credentials === "anonymous" ||
    (!credentials && /^(yes|true|1)$/i.test(process.env.AWS_NO_SIGN_REQUEST ?? ""))
  ) {
    // The keys are never used: nothing is signed.
    return {
      credentials: { accessKeyId: "", secretAccessKey: "" },
      signer: { sign: async (request: unknown) => request },
    };
  }
  return credentials ? { credentials } : {};
}

/**
 * Waits for an answer's head no longer than the store may be silent; its body is not under this
 * limit.
 */
export async function answerInTime<T>(
  { silenceMs, cancel }: S3Access,
  send: (abort: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), silenceMs);
  try {
    return await send(AbortSignal.any([cancel, late.signal]));
  } catch (error) {
    if (!late.signal.aborted || cancel.aborted) throw error;
    throw Object.assign(new Error(`no answer within ${silenceMs} ms`, { cause: error }), {
      name: "TimeoutError",
    });
  } finally {
    clearTimeout(timer);
  }
}
