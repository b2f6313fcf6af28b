import { gateTitle } from "../campaign/index.js";
import { NOTEBOOKS, type RunArtefacts } from "../verdict/index.js";
import type { ChecklistInput, ChecklistItem, Judged } from "./item.js";

type Judge = ChecklistItem["judge"];

/** What only the author can write. */
export function yours(evidence: string): Judge {
  return () => ({ state: "yours", evidence, notebook: null });
}

/** Met where all of these gates pass. */
export function byGates(ids: readonly string[], notebook: string): Judge {
  return ({ run }) => {
    const found = ids.map((id) => ({ id, gate: run.gates.find((gate) => gate.id === id) }));
    const told = found.map(
      ({ id, gate }) => `${gateTitle(id)} (${id}): ${gate?.verdict ?? "not judged"}`,
    );
    const met = found.every(({ gate }) => gate?.verdict === "pass");
    return judged(met, `Gates: ${told.join("; ")}.`, notebook);
  };
}

/**
 * Met where none of these checks of the audit fails that is not accepted, and one at least applies.
 */
export function byChecks(ids: readonly string[]): Judge {
  return ({ run: { audit, accepted } }) => {
    if (audit === null) return missing(NOTEBOOKS.audit);
    const known = { ...audit.accepted, ...accepted };
    const found = audit.checks.filter(({ id }) => ids.includes(id));
    const told = found.map(
      ({ id, verdict }) => `${id}: ${verdict}${Object.hasOwn(known, id) ? ", accepted" : ""}`,
    );
    const applies = found.some(({ verdict }) => verdict !== "not applicable");
    const fails = found.some(({ id, verdict }) => verdict === "fail" && !Object.hasOwn(known, id));
    return judged(applies && !fails, `Checks: ${told.join("; ")}.`, NOTEBOOKS.audit);
  };
}

/** Met where a notebook left its artefact and `holds` of it; `tell` says what is there. */
export function byArtefact<K extends keyof typeof READ_FROM>(
  artefact: K,
  tell: (found: NonNullable<RunArtefacts[K]>, input: ChecklistInput) => string,
  holds: (found: NonNullable<RunArtefacts[K]>, input: ChecklistInput) => boolean = () => true,
): Judge {
  return (input) => {
    const found = input.run[artefact];
    if (found === null) return missing(READ_FROM[artefact]);
    return judged(holds(found, input), tell(found, input), READ_FROM[artefact]);
  };
}

const READ_FROM = {
  audit: NOTEBOOKS.audit,
  labelling: NOTEBOOKS.labelling,
  training: NOTEBOOKS.training,
  importance: NOTEBOOKS.importance,
  routing: NOTEBOOKS.routing,
} as const;

/** Met where both are; the evidence of both stands there. */
export function all(...judges: readonly Judge[]): Judge {
  return (input) => {
    const found = judges.map((judge) => judge(input));
    const met = found.every(({ state }) => state === "met");
    return judged(met, found.map(({ evidence }) => evidence).join(" "), found[0].notebook);
  };
}

/** Met where the project has these files. */
export function byFiles(names: readonly string[], more = ""): Judge {
  return ({ projectFiles }) => {
    const lacking = names.filter((name) => !projectFiles.includes(name));
    const told =
      lacking.length === 0 ? `There: ${names.join(", ")}` : `Lacking: ${lacking.join(", ")}`;
    return judged(lacking.length === 0, `${told}.${more && ` ${more}`}`, null);
  };
}

export function judged(met: boolean, evidence: string, notebook: string | null): Judged {
  return { state: met ? "met" : "not met", evidence, notebook };
}

function missing(notebook: string): Judged {
  return judged(false, `Notebook ${notebook.slice(0, 2)} left nothing that would tell.`, notebook);
}
