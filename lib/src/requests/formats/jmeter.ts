import { record, type ClientFormat } from "./format.js";
import { platformOfAddress, workloadOfName } from "./url-words.js";

/**
 * JMeter's results as CSV. The columns are a matter of configuration, so the header is read; the
 * time is the sample's start (sampleresult.timestamp.start, JMeter's default since 2.4 for files).
 * `elapsed` is ms from the send to the last byte. A response code may be text ("Non HTTP response
 * code: java.net.ConnectException"): then there was no answer.
 */
export const JMETER: ClientFormat = {
  id: "jmeter",
  title: "JMeter's results (.jtl, CSV)",
  documentedAt: "https://jmeter.apache.org/usermanual/listeners.html#csvlogformat",
  side: "client",
  framing: "csv",
  recognises: ({ header }) => header.includes("timeStamp") && header.includes("elapsed"),
  translate: (raw) => {
    const own = (name: string): unknown => (raw[name] === "" ? undefined : raw[name]);
    const url = own("URL") as string | undefined;
    return record({
      request_id: own("request_id"),
      trace_id: own("trace_id"),
      provider_request_id: own("provider_request_id"),
      platform: own("platform") ?? platformOfAddress(url),
      workload_type: own("workload") ?? workloadOfName((own("label") as string | undefined) ?? url),
      timestamp: slashed(raw.timeStamp),
      http_status: /^\d{3}$/.test(String(raw.responseCode)) ? raw.responseCode : 0,
      response_time_ms: raw.elapsed,
      target_payload_size_kb: own("payload_kb"),
      time_window: own("time_window"),
      load_pattern: own("load_pattern"),
      metrics: {},
    });
  },
};

/** JMeter's other format of times, `yyyy/MM/dd HH:mm:ss[.SSS]`, as ISO writes it. */
function slashed(time: unknown): unknown {
  return typeof time === "string" ? time.replace(/^(\d{4})\/(\d\d)\/(\d\d) /, "$1-$2-$3T") : time;
}
