import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { Ajv } from "ajv";
import { GATES } from "lib/campaign";
import { FEATURE_SETS } from "lib/features";
import { labelOptions, THESIS_TERMS } from "lib/labels";
import { SEARCH_SPACES } from "lib/models";
import {
  declaredMemoryMb,
  effectiveOptions,
  labelChoice,
  logOptions,
  NO_SETTINGS,
  platformTerms,
  priceTable,
  readSettings,
  searchSpaces,
  settingsDifferences,
  settingsDigest,
  sloLimitsMs,
  splitChoice,
  studySchema,
} from "lib/settings";
import { temporaryFolder } from "../runner/temporary-notebooks.js";

function studyFile(t: TestContext, yaml: string): string {
  const file = path.join(temporaryFolder(t), "study.yaml");
  writeFileSync(file, yaml);
  return file;
}

test("a study that states nothing is the thesis's, to the last term", () => {
  assert.deepEqual(platformTerms(NO_SETTINGS), THESIS_TERMS);
  assert.deepEqual(
    labelOptions({ ...labelChoice(NO_SETTINGS), scheme: "request-vs-median" }),
    labelOptions({ ...THESIS_TERMS, scheme: "request-vs-median" }),
  );
  assert.deepEqual(searchSpaces(NO_SETTINGS), SEARCH_SPACES);
  assert.deepEqual(splitChoice(NO_SETTINGS), { keepTogether: "rows", validation: 0.2, test: 0.2 });
  assert.deepEqual(sloLimitsMs(NO_SETTINGS), [1000, 2500, 5000]);
  assert.equal(declaredMemoryMb(NO_SETTINGS).heavy_processing, 2048);
  assert.equal(settingsDigest(NO_SETTINGS), "");
  assert.deepEqual(readSettings({}), NO_SETTINGS);
});

test("every set of features can be asked for by name", () => {
  const { stated } = readSettings({ set: ["features=author,state,feedback"] });
  assert.deepEqual(stated.features, ["author", "state", "feedback"]);
  for (const set of FEATURE_SETS)
    assert.deepEqual(readSettings({ set: [`features=${set}`] }).stated.features, [set]);
});

test("a file states what differs, and --set wins over it: all of it is told, with its place", (t) => {
  const config = studyFile(
    t,
    "label: {clock: execution, margin: 0.2}\nworkloads:\n  resize:\n    lambdaMemoryMb: 512\n" +
      "    ecsTask: {vcpu: 0.5, memoryGb: 1}\nslo: {limitsMs: [200]}\nsearch: {random-forest: 1}\n",
  );
  const settings = readSettings({
    config,
    set: ["label.clock=response", "features=author,state", "workloads.resize.lambdaMemoryMb=1024"],
  });
  const choice = labelChoice(settings);
  assert.deepEqual([choice.clock, choice.latencyMargin, choice.costMargin], ["response", 0.2, 0.2]);
  assert.deepEqual(choice.taskSizes.resize, { vcpu: 0.5, memoryGb: 1 });
  assert.equal(choice.lambdaMemoryMb.resize, 1024);
  assert.equal(declaredMemoryMb(settings).resize, 1024);
  assert.deepEqual(settings.stated.features, ["author", "state"]);
  assert.deepEqual(sloLimitsMs(settings), [200]);
  assert.equal(searchSpaces(settings)["random-forest"].budget, 1);
  const told = new Map(settings.options.map((one) => [one.option, one]));
  assert.deepEqual(told.get("label.clock"), {
    option: "label.clock",
    value: "response",
    usual: null,
    from: "--set",
  });
  assert.deepEqual(told.get("slo.limitsMs"), {
    option: "slo.limitsMs",
    value: [200],
    usual: [1000, 2500, 5000],
    from: "study.yaml",
  });
  assert.equal(told.get("workloads.resize.lambdaMemoryMb")!.from, "--set");
  assert.equal(told.get("workloads.resize.ecsTask.vcpu")!.from, "study.yaml");
});

test("windows and patterns: the thesis's unless declared, and then in place of them", () => {
  const usual = effectiveOptions(NO_SETTINGS) as { windows: unknown[]; patterns: string[] };
  assert.deepEqual(usual.windows[0], { name: "early_morning", from: 2, to: 4 });
  assert.deepEqual([usual.windows.length, usual.patterns.length], [5, 4]);
  assert.deepEqual(logOptions(NO_SETTINGS), { columns: {} });
  const own = readSettings({
    set: ["windows=[{name: night, from: 22, to: 6}, {name: fair}]", "patterns=steady, sale"],
  });
  const named = readSettings({ set: ["platforms.ecs=box,pod", "logs.columns.platform=where"] });
  assert.deepEqual(logOptions(named).columns, {
    platform: { column: "where", values: { box: "ecs", pod: "ecs" } },
  });
  const effective = effectiveOptions(own) as typeof usual;
  assert.deepEqual(effective.windows, [{ name: "night", from: 22, to: 6 }, { name: "fair" }]);
  assert.deepEqual(logOptions(own), {
    columns: {},
    windows: [{ name: "night", hours: [22, 6] }, { name: "fair" }],
    patterns: ["steady", "sale"],
  });
  assert.notEqual(settingsDigest(own), settingsDigest(readSettings({ set: ["patterns=steady"] })));
});

test("a mistake is answered with file, line, field, value and remedy, all of them at once", (t) => {
  const wrong = (yaml: string): RegExp => {
    const config = studyFile(t, yaml);
    let message = "";
    assert.throws(
      () => readSettings({ config }),
      (error: Error) => {
        message = error.message;
        return error.name === "SettingsError" || error.name === "InputError";
      },
      yaml,
    );
    return new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  };
  const says = (yaml: string, what: RegExp): void => assert.match(wrong(yaml).source, what);
  says(
    "label:\n  clock: wall\n",
    /study\\\.yaml line 2: label\\\.clock is "wall"; .*execution, re/,
  );
  says(
    "label:\n  margn: 1\n",
    /study\\\.yaml line 2: label\\\.margn is not known; label has margin/,
  );
  says("seed: -1\nlabel: {margin: 2}\n", /seed is -1; .*label\\\.margin is 2; .*up to 1/);
  says(
    "workloads: {a: {ecsTask: {vcpu: 1}}}\n",
    /workloads\\\.a\\\.ecsTask\\\.memoryGb is missing/,
  );
  says("prices: {region: mars-1}\n", /"mars-1".*eu-west-1, us-east-1.*, or give prices\\\.lambda/);
  says("ecsCost: {model: task-hours}\n", /needs ecsCost\\\.utilisation/);
  says("label: {margin: 0.1, costMargin: 0.2}\n", /label\\\.margin sets both margins/);
  says("split: {test: 0.6, validation: 0.4}\n", /leave rows to learn from/);
  says(
    "gates: {ceiling: {hgih: 1}}\n",
    /gates\\\.ceiling\\\.hgih is not known; gates\\\.ceiling has/,
  );
  says("windows: [{name: a, from: 6}]\n", /windows.*0.*a.* needs from and to, two different/);
  says("windows: [{name: a}, {name: a}]\n", /windows.*1.* is called a, as one before it/);
  says("windows: [{name: other}]\n", /is called other, which is understood without/);
  says("windows: [{name: a, from: 25, to: 3}]\n", /windows.*0.*from is 25; .*up to 24/);
  says("windows: [a]\n", /windows.*0 is "a"; it must be.*name: morning, from: 6, to: 12/);
  says("logs: {columns: {latency: x}}\n", /columns: latency is no field of the study; there/);
  says("logs: {columns: {platform: 'x[s]'}}\n", /columns: platform has no unit, "s" was/);
  says("patterns: [unknown]\n", /patterns holds unknown, which is understood/);
  says("- a list\n", /the study is \\\["a list"\\\]/);
  says("a: [b\n", /study\\\.yaml: /);
  assert.throws(() => readSettings({ config: "no-such.yaml" }), /study file no-such\.yaml cannot/);
  for (const set of ["label.clock", "=1", "seed.a=1 2", "label.clock.deep=1", "__proto__.a=1"])
    assert.throws(() => readSettings({ set: [set] }), { name: "SettingsError" }, set);
  assert.throws(
    () => readSettings({ set: ["label.clock=wall"] }),
    /^SettingsError: --set: label\.c/,
  );
  assert.equal(({} as { a?: number }).a, undefined);
});

test("prices: a shipped region, figures of one's own, Arm, Savings Plans and Spot", () => {
  assert.deepEqual(priceTable({}), THESIS_TERMS.prices);
  const virginia = priceTable({ region: "us-east-1" });
  assert.deepEqual([virginia.region, virginia.fargateUsdPerVcpuHour], ["us-east-1", 0.04048]);
  // AWS's own list for Arm in us-east-1: 0.0000133334, 0.03238 and 0.00356 USD.
  const arm = priceTable({ region: "us-east-1", architecture: "arm" });
  for (const [figure, listed] of [
    [arm.lambdaUsdPerGbSecond, 0.0000133334],
    [arm.fargateUsdPerVcpuHour, 0.03238],
    [arm.fargateUsdPerGbHour, 0.00356],
  ])
    assert.ok(Math.abs(figure / listed - 1) < 2e-3, `${figure} against ${listed}`);
  assert.equal(arm.lambdaUsdPerRequest, virginia.lambdaUsdPerRequest);
  const saving = priceTable({
    region: "us-east-1",
    lambdaSavingsFactor: 0.83,
    fargateSavingsFactor: 0.8,
    fargateSpotFactor: 0.5,
  });
  assert.equal(saving.lambdaUsdPerGbSecond, virginia.lambdaUsdPerGbSecond * 0.83);
  assert.equal(saving.fargateUsdPerGbHour, virginia.fargateUsdPerGbHour * (0.8 * 0.5));
  assert.match(saving.source, /Savings Plan on Lambda: times 0\.83/);
  const own = {
    lambdaUsdPerGbSecond: 1,
    lambdaUsdPerRequest: 2,
    fargateUsdPerVcpuHour: 3,
    fargateUsdPerGbHour: 4,
    loadBalancerUsdPerHour: 5,
  };
  assert.throws(() => priceTable({ region: "mars-1", ...own }), /prices\.source/);
  const source = "the invoice";
  assert.deepEqual(priceTable({ region: "mars-1", source, date: "2031", ...own }), {
    ...own,
    name: "mars-1",
    region: "mars-1",
    source: "the invoice, 2031",
  });
});

test("the shipped schema is the one the program checks by, and knows every gate and model", () => {
  const schema = studySchema();
  const file = path.join("lib", "schemas", "study.schema.json");
  assert.deepEqual(
    JSON.parse(readFileSync(file, "utf8")),
    schema,
    "write it anew: npx study schema > lib/schemas/study.schema.json",
  );
  const valid = new Ajv({ allErrors: true, strict: false }).compile(schema);
  const stated = {
    label: { clock: "response", groupBy: ["workload"] },
    workloads: { resize: { lambdaMemoryMb: 256 } },
    gates: { accuracy: { low: 0.5 } },
    search: Object.fromEntries(Object.keys(SEARCH_SPACES).map((kind) => [kind, 2])),
  };
  assert.ok(valid(stated), JSON.stringify(valid.errors));
  assert.ok(!valid({ label: { clock: "wall" } }));
  assert.ok(!valid({ labels: {} }));
  for (const { id, thresholds } of GATES) {
    assert.ok(valid({ gates: { [id]: thresholds } }), id);
    readSettings({ set: Object.keys(thresholds).map((name) => `gates.${id}.${name}=1`) });
  }
});

test("studies are told apart by what they state, whatever order it is stated in", () => {
  const one = readSettings({ set: ["label.margin=0.15", "slo.limitsMs=500"] });
  const same = readSettings({ set: ["slo.limitsMs=500", "label.margin=0.15", "seed=7"] });
  const other = readSettings({ set: ["label.margin=0.2"] });
  assert.match(settingsDigest(one), /^[0-9a-f]{6}$/);
  assert.equal(settingsDigest(one), settingsDigest(same));
  assert.notEqual(settingsDigest(one), settingsDigest(other));
  assert.deepEqual(settingsDifferences(one, same), []);
  assert.deepEqual(settingsDifferences(NO_SETTINGS, other), [
    "label.latencyMargin 0.1, not 0.2",
    "label.costMargin 0.1, not 0.2",
  ]);
  const effective = effectiveOptions(other) as { prices: object; label: object };
  assert.deepEqual(effective.label, {
    scheme: null,
    clock: null,
    latencyMargin: 0.2,
    costMargin: 0.2,
    failures: null,
    groupBy: null,
    lambdaQuantile: 0.25,
    ecsQuantile: 0.75,
  });
  assert.ok("fargateUsdPerVcpuHour" in effective.prices);
});
