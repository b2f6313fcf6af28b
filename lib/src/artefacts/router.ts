import type { LabelledTable, ExtraColumns } from "../features/index.js";
import { MODEL_FAMILIES, readModel, type Split } from "../models/index.js";
import { isPaired, type Requests } from "../requests/index.js";
import type { CostTerms } from "../labels/index.js";
import {
  buildRouter,
  judgedRequests,
  readBothOutcomes,
  saveRouter,
  type BothOutcomes,
  type BuiltRouter,
  type JudgedRequests,
  type RouterManifest,
} from "../routing/index.js";
import { campaignLocation } from "./campaign.js";
import { loadLabelOptions } from "./labelling.js";
import type { Study } from "./study.js";

/** Folder of a run that holds its router. */
const ROUTER = "router";

/** What a run's router is made from. */
export interface StudyRouterTask {
  /** The campaign as notebook 01 saved it. */
  requests: Requests;
  /** The labelled table of notebook 03, with the request of each row. */
  table: LabelledTable & { extra: ExtraColumns };
  split: Pick<Split, "train" | "test">;
  /**
   * P(Lambda optimal) above which a model sends a request to Lambda, by the model's title; .5 where
   * there is none.
   */
  thresholds?: Readonly<Record<string, number | null>>;
  /** Rules at most; 8 unless given. */
  maxRules?: number;
}

/**
 * Makes the router of a run from the best model of notebook 04 and saves it as `router/`, for
 * `study predict --model processed-data/<run>/router`. Throws with the notebook to run first where
 * something is missing.
 */
export async function saveStudyRouter(
  study: Study,
  { requests, table, split, thresholds = {}, maxRules }: StudyRouterTask,
): Promise<BuiltRouter & { title: string; manifest: RouterManifest }> {
  const kind = study.readJson<{ best: string }>("training.json", "04_training").best;
  const title = MODEL_FAMILIES.find((family) => family.kind === kind)?.title ?? kind;
  const labels = loadLabelOptions(study);
  const labelledRow = Uint32Array.from(table.extra.request);
  const built = buildRouter({
    classifier: await readModel(study.pathOf(`models/${kind}`, "04_training")),
    campaign: requests,
    labelledRow,
    features: table.features,
    label: table.label,
    split,
    maxRules,
    both: await simulatedOutcomes(
      study,
      requests,
      split.test.map((row) => labelledRow[row]),
      labels,
    ),
    threshold: thresholds[title] ?? undefined,
    origin: {
      run: study.run,
      campaign: requests.provenance.name,
      simulated: study.simulated,
      seed: study.seed,
      labels,
    },
  });
  const manifest = await study.write(ROUTER, (folder) => saveRouter(built.router, folder));
  return { ...built, title, manifest };
}

/**
 * Requests of a run as policies are judged on them, with both outcomes of each where they are
 * known: from the pairs of a duet, else from the simulation, else not (`both` is null, and values
 * are estimated).
 */
export async function judgedCampaign(
  study: Study,
  requests: Requests,
  rows: Uint32Array,
  terms: CostTerms,
): Promise<JudgedRequests> {
  const judged = judgedRequests(requests, rows, terms);
  const both = judged.both ?? (await simulatedOutcomes(study, requests, rows, terms));
  const method = both && !judged.both ? "counterfactual" : judged.method;
  return { ...judged, both, method };
}

/** Both outcomes as the simulator wrote them; null for real logs and for duets, which need none. */
async function simulatedOutcomes(
  study: Study,
  requests: Requests,
  rows: Uint32Array,
  terms: CostTerms,
): Promise<BothOutcomes | null> {
  if (!study.simulated || isPaired(requests)) return null;
  return readBothOutcomes(campaignLocation(study), rows, terms);
}
