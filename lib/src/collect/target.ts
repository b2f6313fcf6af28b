import type { Platform } from "../campaign/index.js";
import { CollectError } from "./collect-error.js";

/**
 * Where a collection sends its requests: platforms started on this machine, or two base URLs that
 * answer `POST <base>/<workload>`.
 */
export type Target = { kind: "local" } | { kind: "aws"; lambdaUrl: string; ecsUrl: string };

/**
 * The base URLs of a target that has some, without a slash at their end. Throws CollectError for
 * one that cannot be used.
 */
export function baseUrls({
  lambdaUrl,
  ecsUrl,
}: {
  lambdaUrl: string;
  ecsUrl: string;
}): Record<Platform, string> {
  return { lambda: baseUrl(lambdaUrl, "lambda"), ecs: baseUrl(ecsUrl, "ecs") };
}

/** They are written down beside the logs, so nothing secret may stand in them. */
function baseUrl(text: string, platform: Platform): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new CollectError(
      `the base URL of ${platform} is no URL; give one like ` +
        "https://abc.lambda-url.eu-west-1.on.aws",
    );
  }
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new CollectError(`the base URL of ${platform} must begin with http:// or https://`);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    const why =
      "it is written down with the collection, and endpoints that need a secret are not supported";
    throw new CollectError(
      `the base URL of ${platform} must hold no user, password, query or fragment: ${why}`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/**
 * Throws CollectError where both platforms of a duet stand behind one host: Artillery gives each of
 * its users one connection a host, so one half would wait for the other.
 */
export function mustBeTwoHosts({ lambda, ecs }: Record<Platform, string>): void {
  if (new URL(lambda).origin !== new URL(ecs).origin) return;
  throw new CollectError(
    `a duet sends to both platforms at once, and ${new URL(ecs).origin} is the host of both base ` +
      "URLs; give each platform a host (or a port) of its own",
  );
}
