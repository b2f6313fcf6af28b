import { MODEL_FAMILIES, readModel } from "../models/index.js";
import { selectRows } from "../requests/index.js";
import { buildRouter, readBothOutcomes, saveRouter, } from "../routing/index.js";
import { campaignLocation } from "./campaign.js";
/** Folder of a run that holds its router. */
const ROUTER = "router";
/**
 * Makes the router of a run from the best model of notebook 04 and saves it as `router/`, for
 * `study predict --model processed-data/<run>/router`. Throws with the notebook to run first where
 * something is missing.
 */
export async function saveStudyRouter(study, { requests, table, split, thresholds = {}, maxRules }) {
    const kind = study.readJson("training.json", "04_training").best;
    const title = MODEL_FAMILIES.find((family) => family.kind === kind)?.title ?? kind;
    const labels = study.readJson("labelling.json", "03_percentile_labeling").options;
    const requestRow = table.extra.request;
    const built = buildRouter({
        classifier: await readModel(study.pathOf(`models/${kind}`, "04_training")),
        requests: selectRows(requests, requestRow),
        features: table.features,
        label: table.label,
        split,
        maxRules,
        both: study.simulated
            ? await readBothOutcomes(campaignLocation(study), Uint32Array.from(split.test, (row) => requestRow[row]))
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
//# sourceMappingURL=router.js.map