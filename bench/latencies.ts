import { request, Agent } from "node:http";
import { labelledRequests } from "lib/attainability";
import { THESIS_TERMS, labelRequests } from "lib/labels";
import { LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS } from "lib/campaign";
import { MODEL_FAMILIES } from "lib/models";
import {
  distilRules,
  assembleRouter,
  routeRequest,
  serveRouter,
  type RequestRouter,
} from "lib/routing";
import { hourOfDay, selectRows, type Requests } from "lib/requests";
import { createRandom, quantileSorted } from "lib/statistics";

/** Quantiles of the time of one answer, in ms. */
export interface Latency {
  title: string;
  p50Ms: number;
  p99Ms: number;
  target: string;
}

const ANSWERS = 5000;
const WARM_UP = 500;

/**
 * How long one answer of a router takes, reason and expected difference included: in the process,
 * and over HTTP on 127.0.0.1.
 */
export async function routerLatencies(
  requests: Requests,
  kinds: readonly string[] = ["random-forest", "gradient-boosting", "neural-network"],
): Promise<Latency[]> {
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
  const { features, label, requestRow } = labelledRequests(requests, labels);
  const labelled = selectRows(requests, requestRow);
  const contexts = randomContexts(labelled, ANSWERS + WARM_UP);
  const latencies: Latency[] = [];
  for (const family of MODEL_FAMILIES.filter(({ kind }) => kinds.includes(kind))) {
    const classifier = await family.fit({ features, label });
    const rules = distilRules(classifier, labelled, features);
    const router = assembleRouter({
      classifier,
      campaign: requests,
      labelledRow: requestRow,
      features,
      rules,
      rulesAgreement: { estimate: rules.agreement, low: 0, high: 1, level: 0.95 },
      origin: {
        run: "bench",
        campaign: requests.provenance.name,
        simulated: requests.provenance.kind === "simulated",
        seed: 42,
        labels: labels.options,
      },
    });
    latencies.push({
      title: `one route, ${family.title}, in the process`,
      ...quantiles(inProcess(router, contexts)),
      target: "p99 < 1",
    });
    latencies.push({
      title: `one route, ${family.title}, over HTTP`,
      ...quantiles(await overHttp(router, contexts)),
      target: "p99 < 10",
    });
  }
  return latencies;
}

/** Contexts of the campaign's requests, every tenth of a size that was never sent. */
function randomContexts(requests: Requests, count: number): object[] {
  const random = createRandom(1);
  const hours = hourOfDay(requests);
  const sizes = requests.payloadKb;
  return Array.from({ length: count }, (_, i) => {
    const row = random.integer(requests.rowCount);
    return {
      workload_type: WORKLOADS[requests.workload[row]],
      payload_size_kb: sizes[row] * (i % 10 === 0 ? 0.9 : 1),
      time_window: TIME_WINDOWS[requests.timeWindow[row]],
      load_pattern: LOAD_PATTERNS[requests.loadPattern[row]],
      hour_of_day: hours[row],
      is_weekend: true,
    };
  });
}

function inProcess(router: RequestRouter, contexts: readonly object[]): number[] {
  return contexts.map((context) => {
    const start = performance.now();
    routeRequest(router, context);
    return performance.now() - start;
  });
}

async function overHttp(router: RequestRouter, contexts: readonly object[]): Promise<number[]> {
  const server = await serveRouter(router);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const context of contexts) {
    const body = JSON.stringify(context);
    const start = performance.now();
    await new Promise<void>((resolve, reject) => {
      const sent = request(
        `${server.url}/predict`,
        { method: "POST", agent, headers: { "Content-Length": Buffer.byteLength(body) } },
        (response) => {
          if (response.statusCode !== 200)
            reject(new Error(`the router answered ${response.statusCode} to ${body}`));
          response.resume().once("end", resolve);
        },
      );
      sent.once("error", reject).end(body);
    });
    times.push(performance.now() - start);
  }
  agent.destroy();
  await server.close();
  return times;
}

function quantiles(timesMs: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = Float64Array.from(timesMs.slice(WARM_UP)).sort();
  return { p50Ms: quantileSorted(sorted, 0.5), p99Ms: quantileSorted(sorted, 0.99) };
}
