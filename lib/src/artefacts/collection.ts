import { rmSync } from "node:fs";
import { LOCAL_CLOCK_SPEED, shippedPlan, type CampaignPlan } from "../campaign/index.js";
import { collect, type Collection, type CollectionProgress } from "../collect/index.js";
import { readRequests, type Requests } from "../requests/index.js";
import type { Study } from "./study.js";

const FOLDER = "collected";

/** A campaign that was collected here: what was asked for, how it went, what came back. */
export interface CollectedCampaign {
  plan: CampaignPlan;
  collection: Collection;
  requests: Requests;
}

/**
 * Sends the pairs of the plan duet-local, by real Artillery, to both platforms on this machine
 * (127.0.0.1), about five minutes; the rows stand in `collected/` of the run. Its times are this
 * machine's, and differ from run to run.
 */
export async function collectLocalDuet(
  study: Study,
  onProgress?: (progress: CollectionProgress) => void,
): Promise<CollectedCampaign> {
  const plan = shippedPlan("duet-local");
  const folder = study.path(FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const collection = await collect({
    plan,
    seed: study.seed,
    target: { kind: "local" },
    folder,
    clockSpeed: LOCAL_CLOCK_SPEED,
    onProgress,
  });
  return { plan, collection, requests: (await readRequests(folder)).requests };
}
