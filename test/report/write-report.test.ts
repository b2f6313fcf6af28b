import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, test, type TestContext } from "node:test";
import { JSDOM } from "jsdom";
import { judgeGate } from "lib/campaign";
import { figureToSvg } from "lib/display";
import { writeReport, type ReportOptions } from "lib/report";
import { studyVerdict } from "lib/verdict";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { artefactsOf, auditOf, checkOf } from "../verdict/artefacts-of.js";
import { display, figureOutput, writeNotebookFile } from "./notebooks.js";

const BAD = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;
let figure: Awaited<ReturnType<typeof figureOutput>>;
before(async () => (figure = await figureOutput("Share of labels, by workload", `Lambda ${BAD}`)));

function options(t: TestContext): ReportOptions & { folder: string } {
  const folder = temporaryFolder(t);
  const notebooks = [
    writeNotebookFile(folder, "01_variance_audit", [
      "# 01 · Anything to learn?\n\nReads *the logs*.\n\n## First question\n\n## First " +
        "question\n\nSee [the next](02_training.ipynb#results).",
      {
        code: "const a: number = 1; // <b>",
        outputs: [
          { output_type: "stream", name: "stdout", text: [`${BAD}\n`, "\x1b[31mred\x1b[0m\n"] },
          display({ "text/html": [`<table><tr><td>1</td></tr></table>`], "text/plain": "1" }),
        ],
      },
      { code: "figures", outputs: [figure, figure] },
    ]),
    writeNotebookFile(folder, "02_training", [
      `# 02 · Training\n\n${BAD}`,
      {
        code: "fail()",
        outputs: [
          { output_type: "error", ename: "Error", evalue: BAD, traceback: [`Error: ${BAD}`] },
        ],
      },
      { code: "later()", executed: false },
    ]),
    writeNotebookFile(folder, "03_later", ["# 03 · Later", { code: "x", executed: false }]),
  ];
  const gates = [
    judgeGate("accuracy", 0.695, `Evidence ${BAD}`),
    judgeGate("ceiling", 0.698, "159 vectors"),
    judgeGate("cold-starts", null, "none logged"),
  ];
  return {
    folder,
    notebooks,
    gates,
    verdict: studyVerdict(
      artefactsOf({
        simulated: true,
        stopped: ["02_training"],
        audit: auditOf({
          kind: "simulated",
          checks: [checkOf("memory-declared", "fail", { evidence: `Memory ${BAD}` })],
        }),
        accepted: { accuracy: `why not ${BAD}` },
      }),
    ),
    outFolder: path.join(folder, "report"),
    provenance: { kind: "simulated", name: `run ${BAD}`, details: [["seed", "42"]] },
  };
}

const page = (folder: string, file: string): Document =>
  new JSDOM(readFileSync(path.join(folder, file), "utf8")).window.document;
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true }).map(String).sort();

test("the first page answers, names causes, and shows gates by stage with what they rest on", async (t) => {
  const { folder: _, ...given } = options(t);
  const index = await writeReport(given);
  assert.equal(index, path.join(given.outFolder, "index.html"));
  const document = page(given.outFolder, "index.html");
  const text = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map((one) =>
      one.textContent!.replace(/\s+/g, " ").trim(),
    );
  assert.deepEqual(text(".lead"), [
    "Every number here is simulated Simulated: there is no verdict: an error stopped 02_training.",
  ]);
  assert.equal(document.querySelector(".provenance")!.textContent, `simulated run ${BAD}`);
  assert.equal(document.querySelectorAll(".answer").length, 7);
  assert.match(text(".answer")[0], /^What are the data\?Simulated: 1,000 requests .*Evidence$/);
  assert.match(
    text(".causes li")[0],
    /did not run as declared.*Memory <img.*Checks: memory-declared$/,
  );
  assert.deepEqual(text(".stage h3"), [
    "What was collected",
    "What can be learned",
    "What was learned",
  ]);
  const [collected, learnable, learned] = text(".stage");
  assert.match(collected, /Cold startscold-starts ?–5-25 %– n\/a.*none logged$/);
  assert.match(
    learnable,
    /What a perfect model could reach ◆ceiling ?69\.8 %75 % or more.*✗ fail.*159 vectors$/,
  );
  assert.match(
    learned,
    /69\.5 %75-90 %.*✗ fail.*best model's accuracy.*Evidence <img.*Accepted: why not <img/,
  );
  assert.deepEqual(
    text(".notebooks li").map((item) => item.slice(0, 45).trim()),
    [
      "01 · Anything to learn?Reads the logs.",
      "02 · Training stopped by an error<img src=x o",
      "03 · Later not executed",
    ],
  );
  assert.equal(document.querySelectorAll(".gallery li").length, 2);
});

test("a notebook that an error stopped lends the index no figures", async (t) => {
  const given = options(t);
  const error = { output_type: "error" as const, ename: "Error", evalue: "x", traceback: [] };
  const stopped = writeNotebookFile(given.folder, "01_variance_audit", [
    "# 01 · Anything to learn?",
    { code: "figures", outputs: [figure] },
    { code: "fail()", outputs: [error] },
  ]);
  await writeReport({ ...given, notebooks: [stopped] });
  const document = page(given.outFolder, "index.html");
  assert.equal(document.querySelectorAll(".gallery").length, 0);
  assert.match(document.querySelector(".notebooks")!.textContent!, /stopped by an error/);
});

test("a page whose numbers are stale says so there, in the index and where answers point to it", async (t) => {
  const given = options(t);
  const stale = { "01_variance_audit": "Made before the logs changed <b>" };
  await writeReport({ ...given, stale });
  const said = (file: string): number =>
    [...page(given.outFolder, file).querySelectorAll(".stale")].filter(
      ({ textContent }) => textContent!.trim() === `Stale. ${stale["01_variance_audit"]}`,
    ).length;
  assert.equal(said("01_variance_audit.html"), 1);
  assert.equal(said("index.html"), 1);
  assert.equal(said("02_training.html"), 0);
  const answers = [...page(given.outFolder, "index.html").querySelectorAll(".answer")];
  const pointing = answers.filter((one) => one.querySelector("a[href='01_variance_audit.html']"));
  assert.ok(pointing.length > 0);
  for (const answer of pointing) assert.match(answer.textContent!, /Evidence stale$/);
});

test("every link, picture and script of every page is a file of the folder", async (t) => {
  const given = options(t);
  await writeReport(given);
  for (const file of files(given.outFolder).filter((name) => name.endsWith(".html"))) {
    const document = page(given.outFolder, file);
    for (const element of document.querySelectorAll("[src], [href]")) {
      const address = element.getAttribute("src") ?? element.getAttribute("href")!;
      if (address === "data:,") continue;
      assert.doesNotMatch(address, /^[a-z]+:|^\/\//i, `${file}: ${address}`);
      const [target, anchor] = address.split("#");
      assert.ok(existsSync(path.join(given.outFolder, target || file)), `${file}: ${address}`);
      if (anchor && anchor !== "results")
        assert.ok(
          (target ? page(given.outFolder, target) : document).getElementById(anchor),
          `${file}: ${address}`,
        );
    }
  }
  assert.doesNotMatch(
    readFileSync(path.join(given.outFolder, "report.css"), "utf8"),
    /url\(|@import/,
  );
});

test("a notebook's page holds text, code, outputs, figures and a table of contents", async (t) => {
  const given = options(t);
  await writeReport(given);
  const document = page(given.outFolder, "01_variance_audit.html");
  assert.deepEqual(
    [...document.querySelectorAll("main h1, main h2")].map(({ id }) => id),
    ["01-anything-to-learn", "first-question", "first-question-2"],
  );
  assert.deepEqual(
    [...document.querySelectorAll(".toc a")].map((link) => link.getAttribute("href")),
    ["#first-question", "#first-question-2"],
  );
  assert.equal(
    document.querySelector(".prose a")!.getAttribute("href"),
    "02_training.html#results",
  );
  assert.equal(
    document.querySelector("details.code code")!.textContent,
    "const a: number = 1; // <b>",
  );
  assert.equal(document.querySelector("pre.stream")!.textContent, `${BAD}\nred\n`);
  assert.equal(document.querySelector(".html-output td")!.textContent, "1");
  assert.deepEqual(
    [...document.querySelectorAll("figure.plot img")].map((image) => image.getAttribute("src")),
    [
      "figures/01-01-share-of-labels-by-workload.svg",
      "figures/01-02-share-of-labels-by-workload.svg",
    ],
  );
  assert.equal(document.querySelector("figure.plot img")!.getAttribute("alt"), `Lambda ${BAD}`);
  const { data, layout } = JSON.parse(document.querySelector(".plot-data")!.textContent!);
  assert.equal(
    readFileSync(
      path.join(given.outFolder, "figures", "01-01-share-of-labels-by-workload.svg"),
      "utf8",
    ),
    await figureToSvg({ data, layout }),
  );
  assert.match(
    page(given.outFolder, "02_training.html").querySelector("pre.error")!.textContent!,
    /^Error: <img/,
  );
});

test("nothing that came in as text runs", async (t) => {
  const given = options(t);
  await writeReport(given);
  for (const file of files(given.outFolder).filter((name) => name.endsWith(".html"))) {
    const document = page(given.outFolder, file);
    assert.deepEqual(
      [...document.querySelectorAll("script:not([type])")].map((script) =>
        script.getAttribute("src"),
      ),
      ["report.js"],
      file,
    );
    assert.equal(document.querySelectorAll("[onerror], [onload]").length, 0, file);
    assert.match(
      document.querySelector("meta[http-equiv]")!.getAttribute("content")!,
      /^default-src 'none'; script-src 'self' file:;/,
    );
  }
});

test("the same inputs give the same bytes, and an earlier report leaves nothing behind", async (t) => {
  const given = options(t);
  await writeReport(given);
  const first = files(given.outFolder);
  const read = (): string[] =>
    first
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => readFileSync(path.join(given.outFolder, file), "latin1"));
  const bytes = read();
  await writeReport(given);
  assert.deepEqual(files(given.outFolder), first);
  assert.ok(read().every((text, at) => text === bytes[at]));
  await writeReport({ ...given, notebooks: given.notebooks.slice(1) });
  assert.ok(!existsSync(path.join(given.outFolder, "01_variance_audit.html")));
  assert.deepEqual(readdirSync(path.join(given.outFolder, "figures")), []);
});

test("a folder that holds something else is left alone", async (t) => {
  const given = options(t);
  mkdirSync(given.outFolder);
  writeFileSync(path.join(given.outFolder, "thesis.tex"), "mine");
  await assert.rejects(writeReport(given), /report: holds files that are not a report/);
  assert.equal(readFileSync(path.join(given.outFolder, "thesis.tex"), "utf8"), "mine");
});

test("a page and a gate of another run are marked, with the notebook to run", async (t) => {
  const given = options(t);
  const why = `labelled.arrow was written again after models/: run notebook 02 again ${BAD}`;
  const [accuracy, ...others] = given.gates;
  const gone = { ...accuracy, value: null, verdict: "not applicable", evidence: why } as const;
  await writeReport({
    ...given,
    gates: [{ ...gone, stale: why }, ...others],
    stale: { "02_training": why },
  });
  const index = page(given.outFolder, "index.html");
  assert.match(
    index.querySelector("#gates + .note")!.textContent!,
    /^0 of 1 pass, 1 fail, 0 warn\. 1 more is stale\./,
  );
  const row = index.querySelector("#gate-accuracy")!;
  assert.equal(row.querySelector(".verdict")!.textContent, "stale");
  assert.ok(row.textContent!.includes(why) && !row.textContent!.includes("69.5"));
  const items = [...index.querySelectorAll(".notebooks li")].map((item) => item.textContent!);
  assert.deepEqual(
    items.map((text) => text.includes(why)),
    [false, true, false],
  );
  const marked = (file: string): string | undefined =>
    page(given.outFolder, file).querySelector("main .stale")?.textContent ?? undefined;
  assert.equal(marked("02_training.html")?.trim(), `Stale. ${why}`);
  assert.equal(marked("01_variance_audit.html"), undefined);
});

test("a run without gates says so", async (t) => {
  const given = options(t);
  await writeReport({ ...given, gates: [] });
  assert.match(
    page(given.outFolder, "index.html").querySelector("main")!.textContent!,
    /No notebook of this run has judged a gate yet/,
  );
});
