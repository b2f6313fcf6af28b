import type { Head, RefusedFormat } from "./format.js";

const LOCUST_REMEDY =
  "in them is nothing to learn; have each request logged (locust.contrib.csv_request_logger)";

/** Files of load generators of which no request can be read, each with the reason. */
export const REFUSED: readonly RefusedFormat[] = [
  refused({
    id: "artillery-report",
    title: "Artillery's report",
    documentedAt: "https://www.artillery.io/docs/reference/reported-metrics",
    recognises: ({ text }) =>
      text.startsWith("{") && /"aggregate"\s*:/.test(text) && /"counters"\s*:/.test(text),
    refusal:
      "it is Artillery's report, which holds aggregates (counters and quantiles of all requests " +
      "together): in them is nothing to learn; have each request logged (artillery-tests/ does)",
  }),
  refused({
    id: "k6-summary",
    title: "k6's summary",
    documentedAt: "https://grafana.com/docs/k6/latest/results-output/end-of-test/",
    recognises: ({ text }) =>
      text.startsWith("{") && /"root_group"\s*:/.test(text) && /"metrics"\s*:/.test(text),
    refusal:
      "it is k6's summary, which holds aggregates: in them is nothing to learn; have each point " +
      "written (k6 run --out json=FILE)",
  }),
  refused({
    id: "locust-stats",
    title: "Locust's table of statistics",
    documentedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
    recognises: startsWith("Type", "Name", "Request Count"),
    refusal: `it is Locust's table of statistics, which holds aggregates: ${LOCUST_REMEDY}`,
  }),
  refused({
    id: "locust-history",
    title: "Locust's history of statistics",
    documentedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
    recognises: startsWith("Timestamp", "User Count", "Type", "Name"),
    refusal: `it is Locust's history of statistics, which holds aggregates: ${LOCUST_REMEDY}`,
  }),
  refused({
    id: "locust-failures",
    title: "Locust's table of failures",
    documentedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
    recognises: (head) =>
      startsWith("Method", "Name", "Error")(head) || startsWith("Count", "Message")(head),
    refusal: `it is Locust's table of failures, which holds aggregates: ${LOCUST_REMEDY}`,
  }),
  refused({
    id: "jmeter-xml",
    title: "JMeter's results as XML",
    documentedAt: "https://jmeter.apache.org/usermanual/listeners.html",
    recognises: ({ text }) => /^\s*(<\?xml[^>]*>\s*)?<testResults\b/.test(text),
    refusal:
      "it is JMeter's results as XML: have them written as CSV " +
      "(-Jjmeter.save.saveservice.output_format=csv)",
  }),
];

function refused(format: Omit<RefusedFormat, "side">): RefusedFormat {
  return { ...format, side: "none" };
}

function startsWith(...names: string[]): (head: Head) => boolean {
  return ({ header }) => names.every((name, i) => header[i] === name);
}
