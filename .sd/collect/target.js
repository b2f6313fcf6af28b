import { CollectError } from "./collect-error.js";
/**
 * The base URLs of a target that has some, without a slash at their end. Throws CollectError for
 * one that cannot be used.
 */
export function baseUrls({ lambdaUrl, ecsUrl, }) {
    return { lambda: baseUrl(lambdaUrl, "lambda"), ecs: baseUrl(ecsUrl, "ecs") };
}
/** They are written down beside the logs, so nothing secret may stand in them. */
function baseUrl(text, platform) {
    let url;
    try {
        url = new URL(text);
    }
    catch {
        throw new CollectError(`the base URL of ${platform} is no URL; give one like ` +
            "https://abc.lambda-url.eu-west-1.on.aws");
    }
    if (url.protocol !== "http:" && url.protocol !== "https:")
        throw new CollectError(`the base URL of ${platform} must begin with http:// or https://`);
    if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
        const why = "it is written down with the collection, and endpoints that need a secret are not supported";
        throw new CollectError(`the base URL of ${platform} must hold no user, password, query or fragment: ${why}`);
    }
    return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
//# sourceMappingURL=target.js.map