import { rmSync } from "node:fs";
import { shippedPlan } from "../campaign/index.js";
import { collect } from "../collect/index.js";
import { readRequests } from "../requests/index.js";
/** How fast the demonstration's clock runs: its hour of load takes a minute. */
const CLOCK_SPEED = 60;
const FOLDER = "collected";
/**
 * Sends the demonstration plan's requests, by real Artillery, to both platforms on this machine
 * (127.0.0.1), about a minute; the rows stand in `collected/` of the run. Its times are this
 * machine's, and differ from run to run.
 */
export async function collectDemonstration(study, onProgress) {
    const plan = shippedPlan("demonstration");
    const folder = study.path(FOLDER);
    rmSync(folder, { recursive: true, force: true });
    const collection = await collect({
        plan,
        seed: study.seed,
        target: { kind: "local" },
        folder,
        clockSpeed: CLOCK_SPEED,
        onProgress,
    });
    return { plan, collection, requests: (await readRequests(folder)).requests };
}
//# sourceMappingURL=collection.js.map