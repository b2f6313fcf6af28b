import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { escapeHtml, formatNumber } from "../display/index.js";
import type { WhatIfData } from "../what-if/index.js";
import { jsonForScript } from "./output-html.js";
import { headHtml, provenanceBadge, type Provenance } from "./page-frame.js";
import { whatIfBundle } from "./what-if-bundle.js";

export const WHAT_IF_LINK = {
  file: "what-if.html",
  title: "What if?",
  summary:
    "Sliders for margin, clock, prices and limit; labels, value and break-even move with them.",
};

const asset = (name: string): string =>
  readFileSync(new URL(`../../src/report/assets/${name}`, import.meta.url), "utf8");

/**
 * A page of one file with sliders for margin, clock, prices and limit: what moves with them is
 * computed in the browser by the library's own function on the statistics of the cells. Nothing is
 * fetched; of scripts only the page's own may run.
 */
export async function whatIfPage(data: WhatIfData, provenance: Provenance): Promise<string> {
  const script = `${await whatIfBundle()}\n${asset("what-if.js")}`;
  const digest = createHash("sha256").update(script).digest("base64");
  const policy =
    `default-src 'none'; script-src 'sha256-${digest}'; style-src 'unsafe-inline'; ` +
    "img-src data:; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en">
<head>
${headHtml(`What if: ${provenance.name}`, policy)}
<style>${asset("report.css")}${asset("what-if.css")}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="home" href="index.html">Lambda or ECS</a>
${provenanceBadge(provenance)}
</header>
<main id="content" class="what-if" tabindex="-1">
${bodyHtml(data)}
</main>
<script type="application/json" id="what-if-data">${jsonForScript(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function bodyHtml({ simulated, cells, leftOut, prices, sloLimitsMs }: WhatIfData): string {
  const count = (value: number): string => formatNumber(value, "count");
  const valued = cells.reduce((sum, cell) => sum + cell.requests, 0);
  const left =
    leftOut === 0
      ? ""
      : ` ${count(leftOut)} rows of the logs are in no cell: one platform served none of their ` +
        "cell, or the other half of a pair is missing.";
  const warning = simulated
    ? `<strong class="kind simulated">Every number here is simulated</strong> `
    : "";
  return `<h1>What if?</h1>
<p class="lead">${warning}Move a
slider: labels, the value of routing by them and the break-even move with it.</p>
<form id="controls">
${slider("margin", "Lambda must be faster and cheaper by", [0, 50, 10])}
<fieldset><legend>By which clock</legend>
<label><input type="radio" name="clock" value="response" checked> the client's</label>
<label><input type="radio" name="clock" value="execution"> the platform's</label></fieldset>
${slider("lambda-price", "Prices of Lambda", [-8, 8, 0])}
${slider("fargate-price", "Prices of Fargate and its balancer", [-8, 8, 0])}
${slider("slo", "An answer is late after", [0, sloLimitsMs.length - 1, 5])}
<button type="reset">As at the beginning</button>
</form>
<p id="said" class="note" role="status"></p>
<div class="answers-grid">
<section><h2>Whose requests are they?</h2>
${table("Labels by workload", "labels", ["workload", "labelled requests", "Lambda's"])}
</section>
<section><h2>When is ECS cheaper?</h2>
${table("Break-even", "break-even", ["workload", "cheaper from", "for good from"])}
</section></div>
<section><h2>What is routing by these labels worth?</h2>
${table("Means a request; costs of a million requests", "policies", [
  "policy",
  "sent to Lambda",
  "mean time",
  "cost of a million",
  `<span id="missed-heading">late</span>`,
])}
${table("Saved by routing by the labels (negative: lost)", "saved", [
  "",
  "time a request",
  "cost of a million",
  "fewer late answers",
])}</section>
<section><h2>How these numbers are made</h2>
<p class="prose">A cell is one combination of workload, payload size, time window and load pattern:
there are ${count(cells.length)}, with ${count(valued)} requests (a pair counts once) whose outcomes
are known.${left} A cell is Lambda's where Lambda's median time and median cost are below those of
ECS by the margin, which is the rule <code>group-percentile</code> with medians, and not the label
that the models of this report learn. The value of a policy is the mean over the cells of what the
chosen platform made of their requests; it is made from the requests it is judged on, and so
optimistic. There are no intervals here: whether a difference is more than chance, the other pages
say. Late answers go by the client's clock. Prices are those of ${escapeHtml(prices.region)}
(${escapeHtml(prices.source)}), times the sliders.</p></section>`;
}

function slider(
  id: string,
  words: string,
  [low, high, value]: readonly [low: number, high: number, value: number],
): string {
  return (
    `<label class="slider" for="${id}">${words} <output id="${id}-value" for="${id}"></output>` +
    `<input type="range" id="${id}" min="${low}" max="${high}" step="1" value="${value}"></label>`
  );
}

/** A table whose body the script fills; its headings are ours, and may hold HTML. */
function table(caption: string, id: string, headings: readonly string[]): string {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`);
  return (
    `<div class="html-output" role="region" aria-label="${caption}" tabindex="0"><table>` +
    `<caption>${caption}</caption><thead><tr>${head.join("")}</tr></thead>` +
    `<tbody id="${id}"></tbody></table></div>`
  );
}
