import type { LabelledTable, ExtraColumns } from "../features/index.js";
import { MODEL_FAMILIES, readModel, type Split } from "../models/index.js";
import { selectRows, type Requests } from "../requests/index.js";
import {
  buildRouter,
  readBothOutcomes,
  saveRouter,
  type BuiltRouter,
  type RouterManifest,
} from "../routing/index.js";
import { campaignLocation } from "./campaign.js";
import type { LabellingManifest } from "./labelling.js";
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
  const labels = study.readJson<Pick<LabellingManifest, "options">>(
    "labelling.json",
    "03_percentile_labeling",
  ).options;
  const requestRow = table.extra.request;
  const built = buildRouter({
    classifier: await readModel(study.pathOf(`models/${kind}`, "04_training")),
    requests: selectRows(requests, requestRow),
    features: table.features,
    label: table.label,
    split,
    maxRules,
    both: study.simulated
      ? await readBothOutcomes(
          campaignLocation(study),
          Uint32Array.from(split.test, (row) => requestRow[row]),
        )
      : null,
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
