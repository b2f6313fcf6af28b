import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import {
  barChart,
  beeswarm,
  figureToSvg,
  PLATFORM_COLOURS,
  scatterChart,
  showFigure,
} from "lib/display";
import { createRandom } from "lib/statistics";
import { CHARTS, text } from "./every-chart.js";
import { notebookOutputs } from "./notebook-outputs.js";

test("every chart becomes a well-formed picture that needs nothing else", async () => {
  const { DOMParser } = new JSDOM("").window;
  for (const [name, figure] of Object.entries(CHARTS)) {
    const svg = await figureToSvg(figure);
    const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
    assert.equal(documentElement.tagName, "svg", name);
    assert.match(documentElement.textContent!, /Title/, name);
    for (const axis of ["xaxis", "yaxis"])
      assert.ok(
        documentElement.textContent!.includes(
          (figure.layout[axis] as { title: { text: string } }).title.text,
        ),
        `${name}: title of ${axis}`,
      );
    assert.doesNotMatch(
      svg.replaceAll("http://www.w3.org/", ""),
      /https?:|<script|<foreignObject|NaN/,
      name,
    );
    for (const [, reference] of svg.matchAll(/url\((?:'|"|&quot;)?#([^)'"&]+)/g))
      assert.ok(documentElement.querySelector(`[id="${reference}"]`), `${name}: #${reference}`);
    assert.ok(svg.length < 40_000, `${name} has ${svg.length} bytes`);
  }
});

test("points stay below 100 kB however many there are", async () => {
  const random = createRandom(2);
  const values = (): number[] => Array.from({ length: 5000 }, () => random.uniform());
  for (const figure of [
    scatterChart({ x: values(), y: values() }, text),
    beeswarm(
      [0, 1, 2, 3].map((row) => ({ name: `row ${row}`, values: values(), shades: values() })),
      text,
    ),
  ]) {
    assert.ok((await figureToSvg(figure)).length < 100_000);
  }
});

test("the same figure gives the same bytes, in any order and in another process", async () => {
  const first = await figureToSvg(CHARTS.bars);
  await figureToSvg(CHARTS.lines);
  assert.equal(await figureToSvg(CHARTS.bars), first);
  const script =
    `import { figureToSvg } from "lib/display"; process.stdout.write(await ` +
    "figureToSvg(JSON.parse(process.argv[1])));";
  const other = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script, JSON.stringify(CHARTS.bars)],
    { encoding: "utf8" },
  );
  assert.equal(other.stdout, first, other.stderr);
});

test("two figures of one page share no id", async () => {
  const ids = async (name: string): Promise<string[]> =>
    [...(await figureToSvg(CHARTS[name])).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const [bars, lines] = [await ids("bars"), await ids("lines")];
  assert.ok(bars.length > 0);
  assert.deepEqual(
    bars.filter((id) => lines.includes(id)),
    [],
  );
});

test("an axis title keeps clear of long labels", async () => {
  const label = "workload, payload size and their products";
  const figure = barChart([label], [{ name: "x", values: [1] }], text, { horizontal: true });
  const { document } = new JSDOM(await figureToSvg(figure)).window;
  const right = Number(document.querySelector(".ytick text")!.getAttribute("x"));
  const title = document.querySelector(".ytitle")!;
  // Five px is less than the mean advance of Helvetica at 13 px; the title stands on its side, with
  // its middle at x.
  assert.ok(Number(title.getAttribute("x")) < right - 5 * label.length - 6, title.outerHTML);
  assert.ok(Number(title.getAttribute("x")) > 6, title.outerHTML);
});

test("drawing leaves the figure as it was", async () => {
  const before = JSON.stringify(CHARTS.intervals);
  await figureToSvg(CHARTS.intervals);
  assert.equal(JSON.stringify(CHARTS.intervals), before);
});

test("a figure is shown interactive, as a picture and in words", async (t) => {
  const [output] = await notebookOutputs(t, () => showFigure(CHARTS.bars, "Lambda is ahead."));
  assert.deepEqual(Object.keys(output), [
    "application/vnd.plotly.v1+json",
    "image/svg+xml",
    "text/plain",
  ]);
  assert.equal(output["text/plain"], "[figure] Lambda is ahead.");
  assert.match(String(output["image/svg+xml"]), /^<svg [^>]* viewBox="0 0 760 420"/);
  assert.match(
    JSON.stringify(output["application/vnd.plotly.v1+json"]),
    new RegExp(PLATFORM_COLOURS.lambda),
  );
});
