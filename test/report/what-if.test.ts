import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { SHARED_TASK_HOURS, THESIS_COST } from "lib/labels";
import { simulate } from "lib/platforms";
import { whatIfPage } from "lib/report";
import { cellStatistics } from "lib/what-if";
import { smallDuet } from "../routing/small-duet.js";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { byLibrary, SETTINGS } from "../what-if/by-library.js";

const CHROMIUM = "/usr/bin/chromium";
const here = {
  skip: existsSync(CHROMIUM) ? false : `${CHROMIUM} is not here (apt-get install chromium)`,
};

test(
  "the page opens from disk and shows the library's numbers wherever its sliders stand",
  here,
  async (t) => {
    const { requests } = simulate(smallDuet(), { seed: 3 });
    const terms = { ...THESIS_COST, cost: SHARED_TASK_HOURS };
    const file = path.join(temporaryFolder(t), "what-if.html");
    const provenance = { kind: "simulated" as const, name: "test" };
    writeFileSync(file, await whatIfPage(cellStatistics(requests, terms), provenance));
    const { chromium } = await import("playwright-core");
    const args = [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
    ];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args });
    t.after(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);

    const cells = (id: string): Promise<Record<string, (number | null)[]>> =>
      page.evaluate(`Object.fromEntries([...document.querySelectorAll("#${id} tr")].map((row) => [
      row.querySelector("th").textContent,
      [...row.querySelectorAll("td")].map(({ dataset: { value } }) =>
        value === "null" ? null : Number(value)),
    ]))`);
    const near = (actual: number | null, expected: number | null, what: string): void =>
      actual === null || expected === null
        ? assert.equal(actual, expected, what)
        : assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.abs(expected), `${what}: ${actual}`);
    for (const settings of SETTINGS) {
      const places = {
        margin: Math.round(100 * settings.margin),
        "lambda-price": Math.round(4 * Math.log2(settings.lambdaPriceFactor)),
        "fargate-price": Math.round(4 * Math.log2(settings.fargatePriceFactor)),
        slo: settings.sloLimit,
      };
      await page.locator(`input[value=${settings.clock}]`).check();
      for (const [id, value] of Object.entries(places))
        await page.locator(`#${id}`).fill(`${value}`);
      const expected = byLibrary(requests, terms, settings);
      const labels = await cells("labels");
      near(labels.all[1], expected.lambdaShare, "share");
      for (const [workload, share] of Object.entries(expected.byWorkload))
        near(labels[workload][1], share, workload);
      for (const [policy, [, ...values]] of Object.entries(await cells("policies")))
        values.forEach((value, at) => near(value, expected.policies()[policy][at], policy));
      for (const [workload, values] of Object.entries(await cells("break-even")))
        values.forEach((value, at) => near(value, expected.breakEven[workload][at], workload));
    }

    await page.getByRole("button", { name: "As at the beginning" }).click();
    await page.locator("#margin-value").filter({ hasText: "10 %" }).waitFor({ timeout: 5000 });
    for (const width of [360, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assert.ok((await page.evaluate<number>(over)) <= 0, `wider than ${width}`);
    }
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked, [pathToFileURL(file).href]);
  },
);
