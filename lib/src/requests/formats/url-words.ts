/**
 * The workload that a request's name tells: of an address its path ("https://host/resize?x=1" and
 * "/resize" are both resize), else the name itself. "unknown" where there is none.
 */
export function workloadOfName(name: string | undefined): string {
  const text = (name ?? "").trim();
  if (text === "") return "unknown";
  const path = text.startsWith("/")
    ? text.split(/[?#]/)[0]
    : /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(text)?.[1];
  return path === undefined ? text : path.replace(/^\/+|\/+$/g, "") || "/";
}

/**
 * The platform that an address of AWS tells: function URLs and API Gateway are Lambda's, a load
 * balancer stands before ECS. "unknown" for every other one.
 */
export function platformOfAddress(address: string | undefined): "lambda" | "ecs" | "unknown" {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/?#]*@)?([^/:?#]+)/i.exec(address ?? "")?.[1] ?? "";
  if (/\.lambda-url\.[\w-]+\.on\.aws$|\.execute-api\.[\w-]+\.amazonaws\.com$/i.test(host))
    return "lambda";
  return /\.elb\.([\w-]+\.)?amazonaws\.com$|\.elb\.amazonaws\.com$/i.test(host) ? "ecs" : "unknown";
}
