import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { writeReport } from "lib/report";
import { studyVerdict } from "lib/verdict";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { artefactsOf } from "../verdict/artefacts-of.js";
import { display, writeNotebookFile } from "./notebooks.js";

/**
 * Ways to run or fetch something from HTML, after the OWASP cheat sheet on filter evasion, and what
 * of each may stay.
 */
const ATTACKS: [html: string, left: string][] = [
  [`<script>alert(1)</script>text`, "text"],
  [`<b onclick="alert(1)">x</b>`, "<b>x</b>"],
  [`<b ONMOUSEOVER=alert(1)>x</b>`, "<b>x</b>"],
  [`<img src="https://example.org/spy.png">`, "<img>"],
  [`<img src="//example.org/spy.png">`, "<img>"],
  [`<a href="javascript:alert(1)">x</a>`, "<a>x</a>"],
  [`<a href=" jAvAsCrIpT:alert(1)">x</a>`, "<a>x</a>"],
  [`<a href="java\tscript:alert(1)">x</a>`, "<a>x</a>"],
  [`<a href="&#106;avascript:alert(1)">x</a>`, "<a>x</a>"],
  [`<a href="data:text/html,<script>alert(1)</script>">x</a>`, "<a>x</a>"],
  [`<iframe src="x.html"></iframe><object data="x"></object><embed src="x">`, ""],
  [
    `<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>`,
    "<svg><a>x</a></svg>",
  ],
  [
    `<svg><animate attributeName="href" values="javascript:alert(1)"></animate></svg>`,
    "<svg></svg>",
  ],
  [`<meta http-equiv="refresh" content="0;url=https://example.org">`, ""],
  [`<base href="https://example.org/">`, ""],
  [`<form action="https://example.org"><b>x</b></form>`, ""],
  [`<td style="background:url(https://example.org/spy)">x</td>`, "x"],
  [`<b style="background:url(https://example.org/spy)">x</b>`, "<b>x</b>"],
  // Nested and foreign content that parses into something else the second time.
  [`<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`, ""],
  [`<b style="background:u\\72l(https://example.org/spy)">x</b>`, "<b>x</b>"],
  [`<svg><use href="https://example.org/x.svg#a"></use></svg>`, "<svg></svg>"],
  [`<b id="x" name="y">z</b>`, "<b>z</b>"],
  [`<unheard-of>words</unheard-of>`, "words"],
  [`<style>@import "https://example.org/x.css"</style>`, ""],
  [
    `<table><tbody><tr><td style="text-align:right">1,234</td></tr></tbody></table>`,
    `<table><tbody><tr><td style="text-align:right">1,234</td></tr></tbody></table>`,
  ],
  [`<a href="02_training.html#results">x</a>`, `<a href="02_training.html#results">x</a>`],
];

test("HTML outputs keep their words and their layout, and lose what runs or fetches", async (t) => {
  const folder = temporaryFolder(t);
  const outFolder = path.join(folder, "report");
  const notebook = writeNotebookFile(folder, "01_x", [
    { code: "x", outputs: ATTACKS.map(([html]) => display({ "text/html": html })) },
  ]);
  await writeReport({
    notebooks: [notebook],
    gates: [],
    outFolder,
    verdict: studyVerdict(artefactsOf()),
    provenance: { kind: "measured", name: "x" },
  });
  const { document } = new JSDOM(readFileSync(path.join(outFolder, "01_x.html"), "utf8")).window;
  const left = [...document.querySelectorAll(".html-output")].map((output) => output.innerHTML);
  assert.deepEqual(
    left,
    ATTACKS.map(([, rest]) => rest),
  );
});

test("markdown of outputs and cells is text where it holds HTML or addresses that run", async (t) => {
  const folder = temporaryFolder(t);
  const outFolder = path.join(folder, "report");
  const markdown = `**bold** <u onclick="x()">u</u> [a](javascript:alert(1)) <https://example.org>`;
  const notebook = writeNotebookFile(folder, "01_x", [
    markdown,
    { code: "x", outputs: [display({ "text/markdown": markdown })] },
  ]);
  await writeReport({
    notebooks: [notebook],
    gates: [],
    outFolder,
    verdict: studyVerdict(artefactsOf()),
    provenance: { kind: "measured", name: "x" },
  });
  const { document } = new JSDOM(readFileSync(path.join(outFolder, "01_x.html"), "utf8")).window;
  const proses = [...document.querySelectorAll(".prose")];
  assert.equal(proses.length, 2);
  for (const prose of proses) {
    assert.equal(prose.querySelector("strong")!.textContent, "bold");
    assert.equal(prose.querySelector("u"), null);
    assert.match(prose.textContent!, /<u onclick="x\(\)">u<\/u> \[a\]\(javascript:alert\(1\)\)/);
    assert.deepEqual(
      [...prose.querySelectorAll("a")].map((link) => link.getAttribute("href")),
      ["https://example.org"],
    );
  }
});
