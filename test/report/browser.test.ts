import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { judgeGate } from "lib/campaign";
import { writeReport } from "lib/report";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { figureOutput, writeNotebookFile } from "./notebooks.js";

const CHROMIUM = "/usr/bin/chromium";

test(
  "the report opens from disk: no error, nothing from a network, plots interactive",
  { skip: existsSync(CHROMIUM) ? false : `${CHROMIUM} is not here (apt-get install chromium)` },
  async (t) => {
    const folder = temporaryFolder(t);
    const outFolder = path.join(folder, "a folder with spaces");
    const notebooks = [
      writeNotebookFile(folder, "01_plots", [
        "# Plots\n\n## Here",
        {
          code: "figure",
          outputs: [await figureOutput("First", "one"), await figureOutput("Second", "two")],
        },
      ]),
    ];
    const gates = [judgeGate("accuracy", 0.695, "x"), judgeGate("ceiling", 0.698, "x")];
    await writeReport({
      notebooks,
      gates,
      outFolder,
      provenance: { kind: "simulated", name: "test" },
    });

    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    });
    t.after(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("request", (request) => requests.push(request.url()));

    await page.goto(pathToFileURL(path.join(outFolder, "index.html")).href);
    const tables = await page.locator(".gate-table").all();
    for (const table of tables)
      assert.ok((await table.boundingBox())!.y < 800, "the gates stand on the first screen");
    assert.equal(tables.length, 2);
    for (const image of await page.locator("img").all())
      assert.ok(
        await image.evaluate(
          (element) => (element as unknown as { naturalWidth: number }).naturalWidth > 0,
        ),
        "a picture is drawn",
      );

    await page.getByRole("link", { name: "Plots", exact: true }).first().click();
    await page.locator("figure.drawn").nth(1).waitFor();
    assert.equal(await page.locator("figure.drawn .plot-interactive .bars path").count(), 4);
    assert.equal(await page.locator(".plot-static").first().isVisible(), false);
    await page.getByRole("button", { name: "Hide code" }).click();
    assert.equal(await page.locator("details.code pre").first().isVisible(), false);
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
