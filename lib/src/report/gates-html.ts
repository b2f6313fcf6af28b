import { gateTitle, type Verdict } from "../campaign/index.js";
import {
  escapeHtml,
  formatGateValue,
  gateQuestion,
  gatesByStage,
  VERDICT_SIGNS,
  type ShownGate,
} from "../display/index.js";
import { STALE_BADGE } from "./stale.js";

/** The gates by the stage of the study they stand in, each with what it rests on. */
export function gatesSection(
  gates: readonly ShownGate[],
  accepted: Readonly<Record<string, string>>,
): string {
  const stages = gatesByStage(gates).map(
    ({ title, gates: group }) =>
      `<section class="stage"><h3>${escapeHtml(title)}</h3>\n` +
      `<table class="gate-table"><thead><tr><th scope="col">Gate</th>` +
      `<th scope="col" class="value">Value</th><th scope="col">Target</th>` +
      `<th scope="col">Verdict</th></tr></thead>\n` +
      `${group.map((gate) => gateRows(gate, accepted[gate.id])).join("\n")}</table></section>`,
  );
  return (
    `<section><h2 id="gates">Gates</h2>` +
    (gates.length === 0
      ? `<p>No notebook of this run has judged a gate yet.</p>`
      : `<p class="note">${countSentence(gates)} Those marked ◆ cannot be fooled: they are set ` +
        `against the best lookup and the best any model can do. The others can be met by a ` +
        `worthless model and missed by a perfect one.</p>` +
        `<div class="gates">${stages.join("\n")}</div>`) +
    `</section>`
  );
}

function gateRows(gate: ShownGate, reason: string | undefined): string {
  const honest = gate.cannotBeFooled
    ? ` <span title="cannot be fooled" aria-label="cannot be fooled" role="img">◆</span>`
    : "";
  const accepted = reason === undefined ? "" : ` <em>Accepted: ${escapeHtml(reason)}</em>`;
  return [
    `<tbody id="gate-${escapeHtml(gate.id)}"><tr><th scope="rowgroup">` +
      `${escapeHtml(gateTitle(gate.id))}${honest}<small>${escapeHtml(gate.id)}</small></th>`,
    `<td class="value">${escapeHtml(formatGateValue(gate))}</td>`,
    `<td>${escapeHtml(gate.target)}</td><td>${verdictBadge(gate)}</td></tr>`,
    `<tr class="question"><td colspan="4">${escapeHtml(gateQuestion(gate))} ` +
      `${escapeHtml(gate.evidence)}${accepted}</td></tr></tbody>`,
  ].join("");
}

function countSentence(gates: readonly ShownGate[]): string {
  const judged = gates.filter(({ verdict }) => verdict !== "not applicable");
  const count = (wanted: Verdict): number =>
    judged.filter(({ verdict }) => verdict === wanted).length;
  const stale = gates.filter((gate) => gate.stale).length;
  const more = stale === 0 ? "" : ` ${stale} more ${stale === 1 ? "is" : "are"} stale.`;
  return (
    `${count("pass")} of ${judged.length} pass, ${count("fail")} fail, ` +
    `${count("warn")} warn.${more}`
  );
}

function verdictBadge({ verdict, stale }: ShownGate): string {
  return stale
    ? STALE_BADGE
    : `<span class="verdict ${verdict.replace(" ", "-")}">` +
        `${escapeHtml(VERDICT_SIGNS[verdict])}</span>`;
}
