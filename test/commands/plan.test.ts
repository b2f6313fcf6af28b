import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { planDesign, shippedPlan, type ArtilleryScript } from "lib/campaign";
import { parse, stringify } from "yaml";
import { scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

test(
  "the design of a plan: as JSON all of it, as text with aliased factors, the bill and what " +
    "cannot be",
  () => {
    const design = planDesign(shippedPlan("variance"));
    assert.deepEqual(studyJson(["plan", "variance"]), JSON.parse(JSON.stringify(design)));
    const { status, stdout } = study(["plan", "variance"]);
    assert.equal(status, 0);
    assert.match(stdout, /window × pattern +aliased +5 +20/);
    assert.match(
      stdout,
      new RegExp(`Total +${design.bill.totalUsd.toFixed(2)} USD\\nPrices of eu-west-1`),
    );
    assert.match(stdout, /ramp_load\): the bodies need 200 % of the client's 100 Mbit\/s/);
  },
);

test("a duet's design speaks of pairs, and prices both halves", () => {
  const text = study(["plan", "duet-local"]).stdout;
  const { expectedRequests, bill, runs } = planDesign(shippedPlan("duet-local"));
  const words = (value: number): string => Math.round(value).toLocaleString("en-US");
  assert.ok(
    text.includes(
      `${words(expectedRequests / 2)} pairs (${words(expectedRequests)} requests, one half of each ` +
        "pair to either platform at the same moment) expected in 400 cells",
    ),
    text,
  );
  assert.equal(
    Math.round(runs.reduce((sum, run) => sum + run.expectedRequests, 0)),
    Math.round(expectedRequests / 2),
  );
  assert.match(text, /Pairs expected in each cell \(one size\)\. .* each pair two, in one write\./);
  // Lambda is paid for every pair, as ECS is on for all of them.
  const paid = bill.lines
    .filter(({ service }) => service.startsWith("Lambda"))
    .reduce((sum, { quantity }) => sum + Number.parseInt(quantity, 10), 0);
  assert.ok(Math.abs(paid - expectedRequests / 2) < 4, `${paid} requests`);
});

test("a body above what a function takes is told before it is sent", (t) => {
  const folder = scratchFolder(t);
  const file = path.join(folder, "large.yml");
  const [lightweight] = shippedPlan("variance").workloads;
  writeFileSync(
    file,
    stringify({ extends: "variance", workloads: [{ ...lightweight, payloadKb: [1024, 10_240] }] }),
  );
  assert.match(
    study(["plan", file]).stdout,
    /workloads\.lightweight_api\.payloadKb: 10240 KiB is above Lambda's limit of 6144 KiB: every such request is answered 413; send 6143 KiB at most/,
  );
});

test("the scripts send each run at its own rate, with the processor beside them", (t) => {
  const folder = scratchFolder(t);
  const scripts = path.join(folder, "scripts");
  const { scripts: written } = studyJson<{ scripts: string[] }>([
    "plan",
    tinyPlan(folder),
    "--scripts",
    scripts,
  ]);
  assert.deepEqual(written, [
    "1200_midday_low_load.yml",
    "1800_evening_burst_load.yml",
    "processor.mjs",
  ]);
  assert.deepEqual(readdirSync(scripts).sort(), written);
  const variables = written
    .slice(0, 2)
    .map(
      (file) =>
        (parse(readFileSync(path.join(scripts, file), "utf8")) as ArtilleryScript).config.variables,
    );
  // The midday run doubles its rate of .25/s; both last ten minutes, in place of the pattern's 28.
  assert.deepEqual(variables, [
    { pattern: "low_load", arrivals: "cv=1&seconds=600&from=0.5&to=0.5" },
    { pattern: "burst_load", arrivals: "cv=16&seconds=600&from=0.25&to=0.25" },
  ]);
  assert.match(
    readFileSync(path.join(scripts, "processor.mjs"), "utf8"),
    /export \{[^}]*waitForTurn/,
  );
});

test(
  "for several machines: a share of each run, a rehearsal, settings and rights, and the " +
    "commands that use them",
  (t) => {
    const folder = scratchFolder(t);
    const scripts = path.join(folder, "scripts");
    const typed = [
      "plan",
      "variance",
      "--scripts",
      scripts,
      "--scale-out",
      "fargate",
      "--workers",
      "5",
      "--sink",
      "s3://bucket/run",
      "--region",
      "eu-central-1",
    ];
    const { stdout, status } = study(typed);
    const read = (name: string): string => readFileSync(path.join(scripts, name), "utf8");
    assert.equal(status, 0);
    const { scaleOut } = studyJson<{
      scaleOut: { files: string[]; commands: string[]; policy: object };
    }>(typed);
    assert.deepEqual(readdirSync(scripts).sort(), [...scaleOut.files].sort());
    for (const command of scaleOut.commands) assert.ok(stdout.includes(`   ${command}\n`), command);
    const runs = scaleOut.commands.filter((command) => command.includes("--count 5"));
    assert.equal(runs.length, 5);
    for (const run of runs)
      assert.match(
        run,
        /npx artillery run-fargate --region eu-central-1 --count 5 --dotenv \S*worker\.env \S*\.yml$/,
      );
    assert.deepEqual(JSON.parse(read("sink-policy.json")), scaleOut.policy);
    assert.match(read("worker.env"), /^STUDY_SINK=s3:\/\/bucket\/run$/m);
    assert.match(read("rehearsal.env"), /^STUDY_SINK=s3:\/\/bucket\/run-rehearsal$/m);
    const script = (name: string): ArtilleryScript => parse(read(name)) as ArtilleryScript;
    assert.deepEqual(script("rehearsal.yml").config.phases, [
      { name: "rehearsal", duration: 1, arrivalCount: 1 },
    ]);
    // 15 and 5 a second shared by five.
    assert.equal(
      script(scaleOut.files.find((name) => /medium_load/.test(name))!).config.phases[0].arrivalRate,
      3,
    );
    // The template of the caller's rights comes with Artillery.
    assert.ok(existsSync(/--template-file (\S+)/.exec(scaleOut.commands[0])![1]));
  },
);

test("--yaml prints a plan that reads as what it was printed from", (t) => {
  const file = path.join(scratchFolder(t), "own.yml");
  for (const name of ["variance", "duet"]) {
    const { stdout, status } = study(["plan", name, "--yaml"]);
    assert.equal(status, 0);
    writeFileSync(file, stdout);
    assert.deepEqual(studyJson(["plan", file]), studyJson(["plan", name]));
  }
  assert.match(study(["plan", "duet", "--yaml", "--json"]).stderr, /leave out --json/);
});
