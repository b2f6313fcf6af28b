import { codeIdentified, dataIdentified } from "./facts.js";
import type { Checklist } from "./item.js";
import { all, byFiles, judged, yours } from "./judges.js";

/** The badges of ACM for artefacts. */
export const ARTEFACT_REVIEW: Checklist = {
  id: "acm",
  title: "ACM artefact review",
  source: "ACM, Artifact Review and Badging, version 1.1 (2020). The words are ours.",
  items: [
    {
      id: "Available",
      asks: "The artefact lies in a public archive under a permanent identifier.",
      judge: yours("Deposit the project and the export, and name the DOI."),
    },
    {
      id: "Functional: documented",
      asks: "An inventory, and instructions that suffice to use it.",
      judge: byFiles(
        ["README.md", "LICENSE", "CITATION.cff"],
        "README.md holds the layout and every command.",
      ),
    },
    {
      id: "Functional: consistent",
      asks: "It is what the results were made with.",
      judge: all(codeIdentified, dataIdentified),
    },
    {
      id: "Functional: complete",
      asks: "Everything that the results need is in it.",
      judge: ({ manifest, run }) => {
        const run_ = Object.keys(manifest?.notebooks ?? {}).length;
        const bad = [...run.stopped, ...Object.keys(run.stale)];
        return judged(
          run_ >= NOTEBOOK_COUNT && bad.length === 0,
          `${run_} of ${NOTEBOOK_COUNT} notebooks ran to their end` +
            `${bad.length === 0 ? "" : `; stopped or stale: ${[...new Set(bad)].join(", ")}`}.`,
          null,
        );
      },
    },
    {
      id: "Functional: exercisable",
      asks: "The results can be made again with it.",
      judge: byFiles(
        ["package-lock.json", "environment.yml"],
        "`npm start` installs the locked packages and makes every result again.",
      ),
    },
    {
      id: "Reusable",
      asks: "It is documented and ordered well enough to be used for something else.",
      judge: yours("A reviewer's judgement; the README's section on layout is where they begin."),
    },
    {
      id: "Results reproduced",
      asks: "Others have made the main results again with it.",
      judge: yours("Somebody else's work; name who did it, and when."),
    },
    {
      id: "Results replicated",
      asks: "Others have come to the main results without it.",
      judge: yours("Somebody else's work; name who did it, and when."),
    },
  ],
};

const NOTEBOOK_COUNT = 6;
