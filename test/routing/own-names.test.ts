import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { auditJson, auditRequests, runAudit } from "lib/audit";
import { labelledRequests } from "lib/attainability";
import { labelOptions, labelRequests, THESIS_TERMS } from "lib/labels";
import { gradientBoosting } from "lib/models";
import { writeSimulatedLogs } from "lib/platforms";
import {
  groupIntoCells,
  readRequests,
  REQUEST_COLUMNS,
  requestsFromArrow,
  requestsTable,
  requestsToArrow,
  selectRows,
  type Requests,
} from "lib/requests";
import { assembleRouter, distilRules, routeRequest, rulesText } from "lib/routing";
import { logOptions, readSettings } from "lib/settings";
import { logFolder } from "../requests/log-folder.js";
import { smallDuet } from "./small-duet.js";

/** What the thesis calls a window or pattern, and what these logs call it. */
const OWN: readonly (readonly [thesis: string, own: string])[] = [
  ["early_morning", "night shift"],
  ["morning_peak", "rush"],
  ["midday", "lunch"],
  ["evening", "after work"],
  ["late_night", "tv time"],
  ["low_load", "calm"],
  ["medium_load", "busy"],
  ["burst_load", "sale"],
  ["ramp_load", "opening"],
];

const STUDY = `
windows:
  - { name: night shift, from: 2, to: 4 }
  - { name: rush, from: 8, to: 10 }
  - { name: lunch, from: 12, to: 14 }
  - { name: after work, from: 18, to: 20 }
  - { name: tv time, from: 22, to: 24 }
patterns: [calm, busy, sale, opening]
`;

function renamed(text: string): string {
  return OWN.reduce((all, [thesis, own]) => all.replaceAll(thesis, own), text);
}

/** Everything that is made of a campaign from audit to router, names and numbers. */
async function madeOf(requests: Requests): Promise<Record<string, unknown>> {
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "duet", costMargin: 0 });
  const table = labelledRequests(requests, labels);
  const { checks, attainability } = auditJson(
    runAudit(auditRequests(requests, { labelling: { ...THESIS_TERMS, scheme: "duet" } }), {
      // What arrivals a pattern of one's own should show is not known.
      skip: ["pattern-arrivals"],
    }),
  );
  const classifier = await gradientBoosting.fit(table, { seed: 1 });
  const rules = distilRules(classifier, selectRows(requests, table.requestRow), table.features);
  const router = assembleRouter({
    classifier,
    campaign: requests,
    labelledRow: table.requestRow,
    features: table.features,
    rules,
    rulesAgreement: { estimate: rules.agreement, low: 0.9, high: 1, level: 0.95 },
    origin: {
      ...{ run: "r", campaign: "c", simulated: true, seed: 7 },
      labels: labelOptions({ ...THESIS_TERMS, scheme: "duet" }),
    },
  });
  const cells = groupIntoCells(requests);
  return {
    checks,
    attainability,
    label: [...table.label],
    features: table.features,
    cells: Array.from({ length: cells.codeCount }, (_, cell) => cells.name(cell)),
    table: requestsTable(requests).groupby("timeWindow", "loadPattern").count().objects(),
    rules: rulesText(rules),
    route: (context: object) => routeRequest(router, context, { fallback: true }),
  };
}

test("a campaign whose windows and patterns a study declares is worth what the thesis's is, name by name", async (t) => {
  const folder = logFolder(t, { "study.yaml": STUDY });
  const theirs = path.join(folder, "logs");
  writeSimulatedLogs(smallDuet(), theirs, { seed: 3 });
  const thesis = (await readRequests(theirs)).requests;
  for (const name of readdirSync(theirs, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".jsonl")) {
      const file = path.join(theirs, name);
      writeFileSync(file, renamed(readFileSync(file, "utf8")));
    }
  const settings = readSettings({ config: path.join(folder, "study.yaml") });
  const log = await readRequests(theirs, logOptions(settings));
  assert.deepEqual(log.notes, []);
  const own = requestsFromArrow(requestsToArrow(log.requests));
  for (const column of Object.keys(REQUEST_COLUMNS) as (keyof typeof REQUEST_COLUMNS)[])
    assert.deepEqual(own[column], thesis[column], column);

  const { route: askThesis, ...ofThesis } = await madeOf(thesis);
  const { route: askOwn, ...ofOwn } = await madeOf(own);
  const plain = (made: unknown): unknown => JSON.parse(JSON.stringify(made));
  assert.deepEqual(plain(ofOwn), JSON.parse(renamed(JSON.stringify(ofThesis))), "names differ");
  assert.match(JSON.stringify(ofOwn), /night shift/);

  const context = { workload_type: "thumbnail_processing", payload_size_kb: 12, hour_of_day: 12 };
  type Ask = (context: object) => unknown;
  const there = { ...context, time_window: "midday", load_pattern: "medium_load" };
  const here = { ...context, time_window: "lunch", load_pattern: "busy" };
  assert.deepEqual(
    plain((askOwn as Ask)(here)),
    JSON.parse(renamed(JSON.stringify((askThesis as Ask)(there)))),
  );
  assert.throws(() => (askOwn as Ask)(there), /"midday"; it must be one of night shift, rush, /);
});
