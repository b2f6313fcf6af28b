import type { AuditResult, CheckResult } from "lib/audit";
import { SUITE } from "lib/audit";
import type { RunArtefacts } from "lib/verdict";

/** A run of which nothing was run, but for what is given. */
export function artefactsOf(given: Partial<RunArtefacts> = {}): RunArtefacts {
  const missing = { audit: null, labelling: null, training: null, importance: null, routing: null };
  const told = { run: "a-run", simulated: false, gates: [], stopped: [], stale: {}, accepted: {} };
  return { ...missing, ...told, ...given };
}

/** A check of the suite with a verdict. */
export function checkOf(
  id: string,
  verdict: CheckResult["verdict"],
  given: Partial<CheckResult> = {},
): CheckResult {
  const { group, question } = SUITE.find((one) => one.id === id)!;
  const words = { threshold: "none", evidence: `evidence of ${id}`, advice: `mend ${id}` };
  const nothing = { value: 0, interval: null, offenders: [], table: null, figure: null };
  return { id, group, question, verdict, ...words, ...nothing, ...given };
}

const LOOKUP = { cells: 4, exhaustive: true };

/** An audit of 1,000 labelled rows between a lookup of 70 % and a ceiling of 90 %. */
export function auditOf(given: Partial<AuditResult> = {}): AuditResult {
  return {
    name: "logs",
    kind: "measured",
    verdict: "pass",
    rows: 1000,
    quarantined: 0,
    local: false,
    dates: { from: "2025-11-22T01:35:00.000Z", to: "2025-11-23T10:15:00.000Z" },
    attainability: {
      rows: 1000,
      distinctVectors: 40,
      constant: 0.6,
      best1: { features: ["a"], accuracy: 0.7, ...LOOKUP },
      best2: { features: ["a", "b"], accuracy: 0.75, ...LOOKUP },
      best3: { features: ["a", "b", "c"], accuracy: 0.8, ...LOOKUP },
      ceiling: 0.9,
      headroom: 0.2,
      ceilingBounds: null,
    },
    checks: [checkOf("headroom", "pass"), checkOf("balance", "pass")],
    accepted: {},
    ...given,
  };
}
