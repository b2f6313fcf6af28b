import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { judgeGate } from "lib/campaign";
import { ASKED_FILES, judgeChecklists } from "lib/checklists";
import { showTable } from "lib/display";
import { writeReport } from "lib/report";
import { notebookOutputs } from "../display/notebook-outputs.js";
import { artefactsOf } from "../verdict/artefacts-of.js";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { display, figureOutput, writeNotebookFile } from "./notebooks.js";
import { fullVerdict } from "./full-verdict.js";

const CHROMIUM = "/usr/bin/chromium";
const here = {
  skip: existsSync(CHROMIUM) ? false : `${CHROMIUM} is not here (apt-get install chromium)`,
};
const WIDTHS = [360, 390, 600, 768, 1024, 1280, 1920];

/** A report of two pages, with as many columns as the widest table of the study. */
async function wholeReport(t: TestContext): Promise<string> {
  const folder = temporaryFolder(t);
  const outFolder = path.join(folder, "a folder with spaces");
  const interval = { estimate: 1234.5, low: 1129.4, high: 1338.5, level: 0.95 };
  const names = ["mean", "saved", "p50", "p95", "p99", "failed", "missed", "regret"];
  const row = Object.fromEntries(names.map((name) => [name, interval]));
  const columns = ["policy", ...names.map((name) => `${name}:ms:${name} time`)];
  const [table] = notebookOutputs(t, () =>
    showTable([{ policy: "best by cell, latency", ...row }], { columns, caption: "Policies" }),
  );
  const notebooks = [
    writeNotebookFile(folder, "01_plots", [
      "# Plots\n\n## Here",
      {
        code: "const figure = await draw();",
        outputs: [await figureOutput("First", "one"), await figureOutput("Second", "two")],
      },
    ]),
    writeNotebookFile(folder, "06_routing_value", [
      "# Routing\n\n## Tables",
      { code: "showTable(rows);", outputs: [display(table)] },
    ]),
  ];
  const gates = [judgeGate("accuracy", 0.695, "x"), judgeGate("ceiling", 0.698, "x")];
  const provenance = { kind: "simulated" as const, name: "test" };
  const departures = [{ where: "label", frozen: "latencyMargin is 0.1", run: "it is 0.2" }];
  await writeReport({
    notebooks,
    gates,
    verdict: fullVerdict(),
    outFolder,
    provenance,
    promise: { sha256: "0123456789abcdef".repeat(4), primaryOutcome: "beats-lookup", departures },
    checklists: judgeChecklists({ run: artefactsOf(), manifest: null, projectFiles: ASKED_FILES }),
  });
  return outFolder;
}

async function openBrowser(t: TestContext): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  t.after(() => browser.close());
  return browser;
}

const addressOf = (folder: string, file: string): string =>
  pathToFileURL(path.join(folder, file)).href;

/** Pixels by which a page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

test(
  "the report opens from disk: no error, nothing from a network, plots drawn",
  here,
  async (t) => {
    const folder = await wholeReport(t);
    const browser = await openBrowser(t);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("request", (request) => requests.push(request.url()));

    await page.goto(addressOf(folder, "index.html"));
    const answers = await page.locator(".answer").all();
    assert.equal(answers.length, 7);
    for (const answer of answers) {
      const { y, height } = (await answer.boundingBox())!;
      assert.ok(y + height < 900, "the answers stand on the first screen");
    }
    assert.equal(await page.locator(".answer svg[role=img]").count(), 4);
    await page.locator(".gallery").scrollIntoViewIfNeeded();
    for (const image of await page.locator("img").all()) {
      await image.scrollIntoViewIfNeeded();
      await image.evaluate((element) =>
        (element as unknown as { decode(): Promise<void> }).decode(),
      );
    }

    await page.getByRole("link", { name: "Plots", exact: true }).first().click();
    await page.locator("figure.drawn").nth(1).waitFor();
    assert.equal(await page.locator("figure.drawn .plot-interactive .bars path").count(), 4);
    assert.equal(await page.locator(".plot-static").first().isVisible(), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".plot-static").first().isVisible(), true);
    assert.equal(await page.locator(".plot-interactive").first().isVisible(), false);

    assert.deepEqual(complaints, []);
    assert.deepEqual(
      requests.filter((url) => !/^(file|data|blob):/.test(url)),
      [],
    );
  },
);

test(
  "what was frozen, its departures and the checklists are one click from the verdict",
  here,
  async (t) => {
    const folder = await wholeReport(t);
    const page = await (await openBrowser(t)).newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(addressOf(folder, "index.html"));
    assert.equal(
      await page.locator(".departures tbody tr").innerText(),
      "label\tlatencyMargin is 0.1\tit is 0.2",
    );
    await page.locator("main").getByRole("link", { name: "Checklists", exact: true }).click();
    assert.equal(await page.locator("h2").count(), 3);
    const states = await page.locator(".checklist tbody td:nth-child(3)").allInnerTexts();
    assert.equal(states.length, 50);
    assert.deepEqual([...new Set(states)].sort(), ["✎ yours to write", "✓ met", "✗ not met"]);
    assert.equal(await page.evaluate(TABLE_IS_CUT), false, "every column is there at 1280 pixels");
  },
);

test("code is hidden until asked for, and the choice holds on the next page", here, async (t) => {
  const folder = await wholeReport(t);
  const page = await (await openBrowser(t)).newPage();
  const code = page.locator("details.code pre").first();
  await page.goto(addressOf(folder, "01_plots.html"));
  assert.equal(await code.isVisible(), false);
  await page.getByRole("button", { name: "Show code" }).click();
  assert.equal(await code.isVisible(), true);
  await page.goto(addressOf(folder, "06_routing_value.html"));
  assert.equal(await code.isVisible(), true);
  await page.getByRole("button", { name: "Hide code" }).click();
  await page.goto(addressOf(folder, "01_plots.html"));
  assert.equal(await code.isVisible(), false);
  // The first stop of the keyboard leads past the navigation.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate("document.activeElement.id"), "content");
});

test("no page is wider than its window, and at 1280 pixels no table is cut", here, async (t) => {
  const folder = await wholeReport(t);
  const page = await (await openBrowser(t)).newPage();
  const hint = page.locator(".scroll-hint");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const file of [
      "index.html",
      "01_plots.html",
      "checklists.html",
      "06_routing_value.html",
    ]) {
      await page.goto(addressOf(folder, file));
      assert.ok((await overflow(page)) <= 0, `${file} at ${width}`);
    }
    // Where a table does not fit, a sentence says that it goes on.
    const cut = await page.evaluate<boolean>(TABLE_IS_CUT);
    assert.equal(await hint.count(), cut ? 1 : 0, `hint at ${width}`);
    assert.equal(cut, width < 1280, `a cut table at ${width}`);
  }
  // On a sheet of A4 between its margins everything stands, and no code.
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const table = page.locator(".html-output table");
  const { x, width } = (await table.boundingBox())!;
  assert.ok(x + width <= 688, `the table ends at ${x + width}`);
  assert.ok((await overflow(page)) <= 0);
  assert.equal(await page.locator("details.code").first().isVisible(), false);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`text stands out from its ground (AA) in the ${colorScheme} colours`, here, async (t) => {
    const folder = await wholeReport(t);
    const page = await (await openBrowser(t)).newPage({ colorScheme });
    for (const file of ["index.html", "checklists.html", "06_routing_value.html"]) {
      await page.goto(addressOf(folder, file));
      const faint = await page.evaluate(FAINT_TEXT);
      assert.deepEqual(faint, [], `${file}: contrast below 4.5`);
    }
  });

/** Runs in the page: whether its table is wider than the place it has. */
const TABLE_IS_CUT = `(() => {
  const { scrollWidth, clientWidth } = document.querySelector(".html-output");
  return scrollWidth > clientWidth + 1;
})()`;

/** Runs in the page: words whose contrast by WCAG 2 is below 4.5, with their contrast. */
const FAINT_TEXT = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].reduce((sum, value, i) => {
    const c = value / 255;
    const linear = c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    return sum + [0.2126, 0.7152, 0.0722][i] * linear;
  }, 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    const text = words.currentNode.textContent.trim();
    if (!text || element.closest("script, figure") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const svg = element instanceof SVGElement;
    const [a, b] = [numbers(svg ? style.fill : style.color), ground(element)].map(light);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(text.slice(0, 40) + " " + ratio.toFixed(2));
  }
  return faint;
})()`;
