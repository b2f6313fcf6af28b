import { GATE_STAGES, GATES, gateTitle, type GateResult } from "../campaign/index.js";
import { formatGateValue } from "./format.js";
import { showTable, type TableOptions } from "./table.js";
import { VERDICT_SIGNS } from "./theme.js";

/** A gate as it is shown. `stale` says why it has no verdict; null or absent where it has. */
export type ShownGate = GateResult & { stale?: string | null };

/** Shows gates in two tables: the user's, and the ones that cannot be fooled. */
export function showGates(
  gates: readonly GateResult[],
  options: Pick<TableOptions, "simulated"> = {},
): void {
  for (const [caption, cannotBeFooled] of [
    ["The user's gates", false],
    ["Gates that cannot be fooled", true],
  ] as const) {
    const rows = gateRows(gates.filter((gate) => gate.cannotBeFooled === cannotBeFooled));
    const columns = [
      "gate",
      "value",
      "target",
      { key: "verdict", format: "verdict" },
      "question",
      "evidence",
    ] as const;
    if (rows.length > 0) showTable(rows, { ...options, caption, columns });
  }
}

/** The gates of one stage, under its heading. */
export interface StageGates {
  title: string;
  gates: ShownGate[];
}

/** Gates grouped by the stage of the study they stand in, in the order of the stages. */
export function gatesByStage(gates: readonly ShownGate[]): StageGates[] {
  return Object.entries(GATE_STAGES)
    .map(([stage, title]) => ({ title, gates: gates.filter((gate) => gate.stage === stage) }))
    .filter((group) => group.gates.length > 0);
}

/** A gate as a terminal prints it: its heading, and the sentence it rests on. */
export interface GateLines {
  /** "✗ fail  Cold starts: 0.2 %, wanted 5-25 % (cold-starts)" */
  heading: string;
  evidence: string;
}

/** A gate in words, for a terminal. */
export function gateLines(gate: ShownGate): GateLines {
  const { id, verdict, target, cannotBeFooled, evidence } = gate;
  const kind = cannotBeFooled ? ", cannot be fooled" : "";
  const sign = gate.stale ? "– stale" : VERDICT_SIGNS[verdict];
  return {
    heading:
      `${sign.padEnd(7)} ${gateTitle(id)}: ` +
      `${gate.value === null ? "no value" : formatGateValue(gate)}, wanted ${target} ` +
      `(${id}${kind})`,
    evidence,
  };
}

/** What a gate asks, in words. */
export function gateQuestion({ id }: GateResult): string {
  return GATES.find((gate) => gate.id === id)?.question ?? "";
}

function gateRows(gates: readonly GateResult[]): Record<string, string>[] {
  return gates.map((gate) => ({
    gate: gate.id,
    question: gateQuestion(gate),
    value: formatGateValue(gate),
    target: gate.target,
    verdict: gate.verdict,
    kind: gate.cannotBeFooled ? "cannot be fooled" : "the user's",
    evidence: gate.evidence,
  }));
}
