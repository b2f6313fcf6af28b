import { formatNumber } from "../display/index.js";
import { LABEL_SCHEMES } from "../labels/index.js";
import { NOTEBOOKS, type TrainingRecord } from "../verdict/index.js";
import {
  accuracyIntervals,
  baselinesThere,
  codeIdentified,
  computerDescribed,
  dataIdentified,
  exclusionsCounted,
  outcomeDescribed,
  savingIntervals,
} from "./facts.js";
import type { Checklist, ChecklistItem } from "./item.js";
import { all, byArtefact, byChecks, byFiles, byGates, yours } from "./judges.js";

const GOALS: readonly ChecklistItem[] = [
  {
    id: "1a",
    asks: "The population that the claim is about.",
    judge: yours("Which requests, of which services, in which region and year?"),
  },
  { id: "1b", asks: "Why this population.", judge: yours("Why these requests?") },
  {
    id: "1c",
    asks: "Why machine learning.",
    judge: yours("Begin with what a lookup table cannot do here: see floor and ceiling."),
  },
];

const REPRODUCIBILITY: readonly ChecklistItem[] = [
  { id: "2a", asks: "The data set, identified.", judge: dataIdentified },
  { id: "2b", asks: "The code, identified by its version.", judge: codeIdentified },
  { id: "2c", asks: "The computers used.", judge: computerDescribed },
  {
    id: "2d",
    asks: "A README with instructions.",
    judge: byFiles(["README.md"]),
  },
  {
    id: "2e",
    asks: "One script that makes all results.",
    judge: byFiles(["package.json"], "`npm start` makes all of them."),
  },
];

const DATA: readonly ChecklistItem[] = [
  {
    id: "3a",
    asks: "Sources, times and labels of the data.",
    judge: all(
      byArtefact(
        "audit",
        ({ kind, dates, rows }) =>
          `${kind} data, ${formatNumber(rows, "count")} requests` +
          `${dates ? `, ${dates.from.slice(0, 10)} to ${dates.to.slice(0, 10)}` : ""}.`,
        ({ dates }) => dates !== null,
      ),
      outcomeDescribed,
    ),
  },
  {
    id: "3b",
    asks: "From what the data are a sample.",
    judge: yours("The plan of the campaign is the sampling frame: name it, and who may use it."),
  },
  {
    id: "3c",
    asks: "Why the data serve this task.",
    judge: byGates(["headroom", "ceiling"], NOTEBOOKS.training),
  },
  { id: "3d", asks: "The outcome, described by class.", judge: outcomeDescribed },
  {
    id: "3e",
    asks: "Sample size, large enough.",
    judge: all(
      byArtefact("audit", ({ rows }) => `${formatNumber(rows, "count")} requests.`),
      byChecks(["power"]),
    ),
  },
  {
    id: "3f",
    asks: "How much is missing, and whether by class.",
    judge: byChecks(["unanswered", "missing-at-random", "pair-halves"]),
  },
  {
    id: "3g",
    asks: "Why the sample stands for the population.",
    judge: yours("Compare rates, sizes and hours of the campaign with those of real use."),
  },
];

const PREPROCESSING: readonly ChecklistItem[] = [
  { id: "4a", asks: "What was excluded, and why.", judge: exclusionsCounted },
  {
    id: "4b",
    asks: "How corrupt rows were dealt with.",
    judge: byArtefact(
      "audit",
      ({ quarantined }) =>
        "Lines that cannot be read are kept in quarantine.jsonl with their reason: " +
        `${formatNumber(quarantined, "count")}.`,
    ),
  },
  {
    id: "4c",
    asks: "Every step from raw to modelled data.",
    judge: byArtefact(
      "labelling",
      ({ features, options }) =>
        `labelling.json: ${features.length} features by name, the label's options ` +
        `(${options.scheme} of ${LABEL_SCHEMES.length} schemes); definitions in lib/src/features.`,
    ),
  },
];

const MODELLING: readonly ChecklistItem[] = [
  {
    id: "5a",
    asks: "Every model that was trained.",
    judge: byArtefact(
      "training",
      ({ models }) => `training.json: ${models.map(({ title }) => title).join(", ")}.`,
      ({ models }) => models.length > 0,
    ),
  },
  { id: "5b", asks: "Why these kinds of model.", judge: yours("Why these four?") },
  {
    id: "5c",
    asks: "How the models were evaluated.",
    judge: byArtefact(
      "training",
      ({ split }) => `Split: ${split}.`,
      ({ split }) => Boolean(split),
    ),
  },
  {
    id: "5d",
    asks: "How the reported model was chosen.",
    judge: byArtefact(
      "training",
      ({ best }) => `${best}, the best on the validation rows; judged on the test rows.`,
    ),
  },
  {
    id: "5e",
    asks: "How hyperparameters were tuned.",
    judge: byArtefact(
      "training",
      ({ tunings }) =>
        `search.csv and training.json: the candidates of ${tunings?.length ?? 0} searches.`,
      ({ tunings }) => (tunings?.length ?? 0) > 0,
    ),
  },
  { id: "5f", asks: "Comparison with fitting baselines.", judge: baselinesThere },
];

const LEAKAGE: readonly ChecklistItem[] = [
  {
    id: "6a",
    asks: "Nothing of the test rows enters training.",
    judge: yours(
      "Scaling and tuning use training and validation rows only (lib/src/models); the label's " +
        "medians and shared costs are taken over all rows: say so.",
    ),
  },
  {
    id: "6b",
    asks: "Rows of test and training do not hang together.",
    judge: all(byChecks(["duplicates"]), byGates(["gap-cells"], NOTEBOOKS.training)),
  },
  {
    id: "6c",
    asks: "Every feature may be known before routing.",
    judge: all(
      byGates(["forbidden-features"], NOTEBOOKS.audit),
      byChecks(["forbidden-features", "identifiers"]),
    ),
  },
];

const metricsOf = ([model]: TrainingRecord["models"]): string[] =>
  Object.keys(model?.intervals ?? {});

const UNCERTAINTY: readonly ChecklistItem[] = [
  {
    id: "7a",
    asks: "The metrics, and why these.",
    judge: byArtefact(
      "training",
      ({ models }) =>
        `training.json, with intervals: ${metricsOf(models).join(", ")}. Why these is yours to ` +
        "write.",
      ({ models }) => metricsOf(models).length > 1,
    ),
  },
  {
    id: "7b",
    asks: "Uncertainty of every result.",
    judge: all(accuracyIntervals, savingIntervals),
  },
  {
    id: "7c",
    asks: "Why these tests, and what they assume.",
    judge: yours(
      "Blocks of five minutes are resampled within runs (Rao and Wu, 1988): argue that blocks " +
        "are long enough to be independent.",
    ),
  },
];

/** How rows were left out of training, other than at random. */
function leftOutBy(gaps: TrainingRecord["gaps"]): string[] {
  return [...new Set((gaps ?? []).filter(({ random }) => !random).map(({ question }) => question))];
}

const LIMITS: readonly ChecklistItem[] = [
  {
    id: "8a",
    asks: "Evidence that the findings hold elsewhere.",
    judge: byArtefact(
      "training",
      ({ gaps }) => {
        const questions = leftOutBy(gaps);
        return (
          `training.json: accuracy on rows that were left out by context, in ${questions.length} ` +
          "ways" +
          (questions.length === 0 ? "" : ` (${questions.join("; ")})`) +
          ". Another campaign would say more."
        );
      },
      ({ gaps }) => leftOutBy(gaps).length > 0,
    ),
  },
  {
    id: "8b",
    asks: "Where the findings are not expected to hold.",
    judge: yours("Other regions, sizes, services, prices; what the simulator assumes."),
  },
];

/** The checklist for science by machine learning: 32 points in eight parts. */
export const REFORMS: Checklist = {
  id: "reforms",
  title: "REFORMS",
  source:
    "Kapoor et al., REFORMS: Consensus-based Recommendations for Machine-learning-based Science, " +
    "Science Advances 10 (2024), doi 10.1126/sciadv.adk3452. The words are ours.",
  items: [
    ...GOALS,
    ...REPRODUCIBILITY,
    ...DATA,
    ...PREPROCESSING,
    ...MODELLING,
    ...LEAKAGE,
    ...UNCERTAINTY,
    ...LIMITS,
  ],
};
