import assert from "node:assert/strict";
import { test } from "node:test";
import { compareWorkloadLabels, FIRST_LABELLING } from "lib/attainability";
import { shippedPlan, type CampaignPlan } from "lib/campaign";
import { THESIS_TERMS, describeWorkloads } from "lib/labels";
import { modelsAgainstLookup } from "lib/models";
import { simulate } from "lib/platforms";
import { selectRows } from "lib/requests";

/** The first campaign in small: its sizes, platforms and shares of the workloads. */
const first = shippedPlan("fixed-payload");
const exactRequests = {
  lightweight_api: 2862,
  thumbnail_processing: 2174,
  medium_processing: 1094,
  heavy_processing: 231,
};
const plan: CampaignPlan = {
  ...first,
  patterns: { fixed: { arrivals: "even", phases: [{ minutes: 11, requestsPerSecond: 10 }] } },
  runs: first.runs.map((run) => ({ ...run, exactRequests })),
};
const { requests } = simulate(plan, { seed: 7 });

test(
  "the first attempt's label is a function of the workload: the table of the report on it " +
    "comes out",
  () => {
    const [median] = compareWorkloadLabels(requests, THESIS_TERMS);
    // The seed, 4.3: lightweight_api 0 % Lambda, the other three 100 %.
    assert.deepEqual(median.lambdaShare, {
      lightweight_api: 0,
      thumbnail_processing: 1,
      medium_processing: 1,
      heavy_processing: 1,
    });
    assert.deepEqual([median.mixedWorkloads, median.workloadLookup, median.ceiling], [0, 1, 1]);
    assert.deepEqual(
      describeWorkloads(requests, THESIS_TERMS).map(({ payloadSizes }) => payloadSizes),
      [1, 1, 1, 1],
    );
  },
);

test(
  "request by request the same campaign holds both labels, and a lookup of the workload falls " +
    "short of 100 %",
  () => {
    const each = compareWorkloadLabels(requests, THESIS_TERMS).find(
      ({ labelling }) => labelling.scheme === "request-vs-median",
    )!;
    assert.equal(each.mixedWorkloads, 4);
    assert.ok(
      each.workloadLookup > 0.75 && each.workloadLookup < 0.92,
      String(each.workloadLookup),
    );
  },
);

test("under the first label all four models are the lookup, to the row", async () => {
  const results = await modelsAgainstLookup(
    requests,
    { ...THESIS_TERMS, ...FIRST_LABELLING },
    { seed: 1 },
  );
  assert.equal(results.length, 5);
  for (const { model, trainAccuracy, testAccuracy, otherAnswers, testRows } of results)
    assert.deepEqual(
      [trainAccuracy, testAccuracy, otherAnswers],
      [1, 1, 0],
      `${model} on ${testRows} rows`,
    );
});

test("labels that are all alike leave nothing to train on", async () => {
  const rows = [...requests.workload.keys()].filter((row) => requests.workload[row] === 2);
  assert.deepEqual(
    await modelsAgainstLookup(
      selectRows(requests, rows),
      { ...THESIS_TERMS, ...FIRST_LABELLING },
      { seed: 1 },
    ),
    [],
  );
});
