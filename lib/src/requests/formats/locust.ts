import { record, type ClientFormat } from "./format.js";
import { platformOfAddress, workloadOfName } from "./url-words.js";

/**
 * Locust's requests, one a row, as its contributed logger writes them: Unix seconds of the send,
 * ms; status 0 where no answer came.
 */
export const LOCUST: ClientFormat = {
  id: "locust",
  title: "Locust's requests (locust.contrib.csv_request_logger)",
  documentedAt:
    "https://github.com/locustio/locust/blob/master/locust/contrib/csv_request_logger.py",
  side: "client",
  framing: "csv",
  recognises: ({ header }) =>
    ["timestamp", "request_type", "name", "response_time_ms", "status_code"].every((name) =>
      header.includes(name),
    ),
  translate: (raw) => {
    const own = (name: string): unknown => (raw[name] === "" ? undefined : raw[name]);
    return record({
      request_id: own("request_id"),
      trace_id: own("trace_id"),
      provider_request_id: own("provider_request_id"),
      platform: own("platform") ?? platformOfAddress(own("name") as string | undefined),
      workload_type: own("workload") ?? workloadOfName(own("name") as string | undefined),
      timestamp: raw.timestamp,
      http_status: own("status_code") ?? 0,
      response_time_ms: raw.response_time_ms,
      target_payload_size_kb: own("payload_kb"),
      time_window: own("time_window"),
      load_pattern: own("load_pattern"),
      metrics: {},
    });
  },
};
