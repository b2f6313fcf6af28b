import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repeatPlan, shippedPlan } from "lib/campaign";
import {
  THESIS_TERMS,
  labelRequests,
  labelSensitivity,
  lambdaShare,
  schemesFor,
  THESIS_COST,
  usualScheme,
} from "lib/labels";
import { simulateRuns, writeSimulatedArrow } from "lib/platforms";
import {
  arrivalStateOf,
  feedbackOf,
  readArrowParts,
  timeBlocks,
  type Counterfactual,
  type Requests,
} from "lib/requests";
import {
  bothOutcomes,
  comparePolicies,
  counterfactualOutcomes,
  fixedPolicies,
  observedOutcomes,
  priceOfTime,
  requestOracle,
} from "lib/routing";

// A process of its own: `node bench/dist/scale.js [requests] [plan]`; of a duet so many pairs.
// Every stage says its processor time and the most memory so far. What the policies of a duet are
// worth needs no counterfactual, and is left to the study.
const asked = Number(process.argv[2] ?? 1e7);
const plan = repeatPlan(shippedPlan(process.argv[3] ?? "duet"), asked);
const counterfactual = plan.duet !== true;
const folder = mkdtempSync(path.join(tmpdir(), "scale-"));
const progress = (share: number): void =>
  void (process.stderr.isTTY && process.stderr.write(`\r\x1b[K${(100 * share).toFixed(0)} %`));

function stage<T>(title: string, rows: (result: T) => number, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  process.stdout.write(
    `- ${title}: ${seconds.toFixed(1)} s of one processor, ` +
      `${Math.round(rows(result) / seconds)} requests/s, at most ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB so far\n`,
  );
  return result;
}

try {
  stage(
    "simulated, nothing written",
    (rows) => rows,
    () => {
      let rows = 0;
      for (const run of simulateRuns(plan, { seed: 42 })) rows += run.requestCount;
      return rows;
    },
  );
  stage(
    "simulated into Arrow parts",
    ({ requests }) => requests,
    () => writeSimulatedArrow(plan, folder, { seed: 42, onProgress: progress }),
  );
  const read = stage(
    counterfactual ? "read, with counterfactuals" : "read",
    (campaign) => campaign.requests.rowCount,
    () =>
      readArrowParts(folder, {
        lean: true,
        counterfactual,
        onProgress: (rows, total) => progress(rows / total),
      }),
  );
  const { requests } = read;
  stage(
    "arrival state of each request",
    () => requests.rowCount,
    () => arrivalStateOf(requests),
  );
  stage(
    "feedback of each request",
    () => requests.rowCount,
    () => feedbackOf(requests),
  );
  for (const scheme of counterfactual ? schemesFor(requests) : [usualScheme(requests)]) {
    const share = stage(
      `labelled by ${scheme}`,
      () => requests.rowCount,
      () => lambdaShare(labelRequests(requests, { ...THESIS_TERMS, scheme })),
    );
    process.stdout.write(`  ${(100 * share).toFixed(1)} % are Lambda's (simulated)\n`);
  }
  if (counterfactual) measureDecisions(requests, read.counterfactual!);
} finally {
  rmSync(folder, { recursive: true });
}

function measureDecisions(requests: Requests, counterfactual: Counterfactual): void {
  stage(
    "label sensitivity of request-vs-median",
    ({ variations }) => requests.rowCount * variations.length,
    () =>
      labelSensitivity(
        requests,
        { ...THESIS_TERMS, scheme: "request-vs-median" },
        undefined,
        progress,
      ),
  );
  stage(
    "policy values: both fixed choices and the oracle, exact, 1,000 resamples of blocks",
    () => requests.rowCount,
    () => {
      const observed = observedOutcomes(requests, THESIS_COST);
      const both = bothOutcomes(
        observed,
        counterfactualOutcomes(requests, counterfactual, THESIS_COST),
      );
      const policies = [
        ...fixedPolicies(requests.rowCount),
        requestOracle(both, "latencyMs", "oracle of latency"),
      ];
      // Cells are for estimates, which values from both outcomes do without.
      const cells = { codeOfRow: new Uint32Array(0), codeCount: 0 };
      return comparePolicies({
        observed,
        both,
        policies,
        cells,
        blocks: timeBlocks(requests.timestampMs, 24 * 60),
        seed: 42,
        usdPerMs: priceOfTime(THESIS_COST),
      });
    },
  );
}
