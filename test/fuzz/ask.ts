import { request } from "node:http";

/** Sends one request as it stands, odd targets included, and reads the answer. */
export function ask(
  url: string,
  asked: { method: string; target: string; headers: [string, string][]; body: Buffer },
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { method, target, body } = asked;
    const sentBody = method === "GET" ? Buffer.alloc(0) : body;
    // Without a length Node sends the body of a DELETE unframed: the server would take it for the
    // next request.
    const headers = { ...Object.fromEntries(asked.headers), "content-length": sentBody.length };
    const sent = request(
      { hostname, port, method, path: target, headers, agent: false, timeout: 5000 },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.on("end", () => resolve({ status: response.statusCode!, text }));
        response.on("error", reject);
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer within 5 s")));
    sent.on("error", reject);
    sent.end(sentBody);
  });
}
