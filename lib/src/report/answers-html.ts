import { escapeHtml, formatNumber } from "../display/index.js";
import type { Answer, StudyVerdict } from "../verdict/index.js";
import type { NotebookPage } from "./notebook-page.js";
import { smallPictureSvg } from "./small-pictures.js";
import { STALE_BADGE } from "./stale.js";

/** A page that an answer points to. */
export type EvidencePage = Pick<NotebookPage, "file" | "title" | "stale">;

const KINDS: Readonly<Record<StudyVerdict["kind"], string>> = {
  measured: "Real measurements",
  local: "Measured on this machine's stand-ins, not on AWS",
  simulated: "Every number here is simulated",
};

/** The verdict's sentence, and below it the answers with their small pictures. */
export function verdictSection(
  { kind, sentence, answers }: StudyVerdict,
  pages: readonly EvidencePage[],
): string {
  return [
    `<section class="verdict-head" aria-labelledby="verdict">`,
    `<h1 id="verdict">For this request, AWS Lambda or ECS?</h1>`,
    `<p class="lead"><strong class="kind ${kind}">${KINDS[kind]}</strong> ` +
      `${inOneLine(sentence)}</p>`,
    `<ol class="answers">`,
    ...answers.map((answer) => answerHtml(answer, pages)),
    `</ol></section>`,
  ].join("\n");
}

function answerHtml(
  { id, question, state, sentence, notebook, picture }: Answer,
  pages: readonly EvidencePage[],
): string {
  const page = pages.find(({ file }) => file === `${notebook}.html`);
  const link = page
    ? ` <a href="${escapeHtml(page.file)}" aria-label="Evidence: ${escapeHtml(page.title)}">` +
      `Evidence</a>${page.stale === null ? "" : ` ${STALE_BADGE}`}`
    : "";
  return [
    `<li class="answer ${state}" id="answer-${id}"><div><h2>${escapeHtml(question)}</h2>`,
    `<p>${inOneLine(sentence)}${link}</p></div>`,
    picture ? smallPictureSvg(picture) : "",
    `</li>`,
  ].join("");
}

/** Words for the page, each number on one line with its unit. */
function inOneLine(text: string): string {
  return escapeHtml(text).replace(/(\d) (?=(?:%|ms|KiB|points|USD)(?:\W|$))/g, "$1\u00a0");
}

/** What is wrong with the data, by cause, each with its checks. */
export function causesSection({ causes, accepted }: StudyVerdict): string {
  if (causes.length === 0) return "";
  const items = causes.map((cause) => {
    const facts: [string, string][] = [
      ...(cause.touches
        ? ([["touches", `${formatNumber(cause.touches.rows, "count")} ${cause.touches.what}`]] as [
            string,
            string,
          ][])
        : []),
      ...(cause.spoils ? ([["spoils", cause.spoils]] as [string, string][]) : []),
      ["what to do", cause.remedy],
      ...(cause.cost ? ([["costs", costInWords(cause.cost)]] as [string, string][]) : []),
    ];
    const warns =
      cause.warns.length === 0
        ? ""
        : `; with a warning ${checkList(cause.warns, "warn", accepted)}`;
    const told = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
    const known = cause.verdict === "fail" ? "" : ` <span class="verdict pass">accepted</span>`;
    return [
      `<li><h3>${escapeHtml(cause.title)}${known}</h3>`,
      `<p>${escapeHtml(cause.evidence)}</p>`,
      `<dl class="facts">${told.join("")}</dl>`,
      `<p class="checks">Checks: ${checkList(cause.fails, "fail", accepted)}${warns}</p></li>`,
    ].join("\n");
  });
  return (
    `<section><h2 id="causes">What is wrong with the data</h2>` +
    `<ol class="causes">${items.join("\n")}</ol></section>`
  );
}

function checkList(
  ids: readonly string[],
  verdict: "fail" | "warn",
  accepted: StudyVerdict["accepted"],
): string {
  return ids
    .map((id) => {
      const reason = Object.hasOwn(accepted, id) ? ` (accepted: ${accepted[id]})` : "";
      return `<code class="${verdict}">${escapeHtml(id)}</code>${escapeHtml(reason)}`;
    })
    .join(", ");
}

function costInWords({
  requests,
  costUsd,
  what,
}: NonNullable<StudyVerdict["causes"][number]["cost"]>): string {
  if (requests === 0) return `no new request: ${what}`;
  const usd = costUsd === null ? "" : ` and ${formatNumber(costUsd, "usd")}`;
  return `${formatNumber(requests, "count")} requests${usd}: ${what}`;
}
