import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { planDesign, shippedPlan, type ArtilleryScript } from "lib/campaign";
import { parse } from "yaml";
import { scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

test("the design of a plan: as JSON all of it, as text with aliased factors, the bill and what cannot be", () => {
  const design = planDesign(shippedPlan("variance"));
  assert.deepEqual(studyJson(["plan", "variance"]), JSON.parse(JSON.stringify(design)));
  const { status, stdout } = study(["plan", "variance"]);
  assert.equal(status, 0);
  assert.match(stdout, /window × pattern +aliased +5 +20/);
  assert.match(stdout, new RegExp(`Total +${design.bill.totalUsd.toFixed(2)} USD\\nPrices of eu-west-1`));
  assert.match(stdout, /ramp_load\): the bodies need 200 % of the client's 100 Mbit\/s/);
});

test("the scripts send each run at its own rate, with the processor beside them", (t) => {
  const folder = scratchFolder(t), scripts = path.join(folder, "scripts");
  const { scripts: written } = studyJson<{ scripts: string[] }>(["plan", tinyPlan(folder), "--scripts", scripts]);
  assert.deepEqual(written, ["1200_midday_low_load.yml", "1800_evening_burst_load.yml", "processor.mjs"]);
  assert.deepEqual(readdirSync(scripts).sort(), written);
  const variables = written.slice(0, 2).map((file) => (parse(readFileSync(path.join(scripts, file), "utf8")) as ArtilleryScript).config.variables);
  // The midday run doubles its rate of .25/s; both last ten minutes, in place of the pattern's 28.
  assert.deepEqual(variables, [
    { pattern: "low_load", arrivals: "cv=1&seconds=600&from=0.5&to=0.5" },
    { pattern: "burst_load", arrivals: "cv=4&seconds=600&from=0.25&to=0.25" },
  ]);
  assert.match(readFileSync(path.join(scripts, "processor.mjs"), "utf8"), /export \{[^}]*waitForTurn/);
});
