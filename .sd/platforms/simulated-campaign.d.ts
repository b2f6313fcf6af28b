import { type CampaignPlan } from "../campaign/index.js";
import { type Counterfactual, type RequestColumns, type Requests } from "../requests/index.js";
import { type SimulationOptions } from "./simulate.js";
import type { SimulatedRun } from "./simulated-run.js";
import { type SimulationTotals } from "./totals.js";
export interface SimulatedCampaign {
    requests: Requests;
    /**
     * What the other platform would have made of each request, row by row; in a duet, what it did:
     * the outcome of the other half. Never a feature.
     */
    counterfactual: Counterfactual;
    totals: SimulationTotals;
}
/**
 * Simulates a plan straight into columns, without logs: the same rows (two a pair in a duet), in
 * the same order, as reading the logs that `writeSimulatedLogs` writes with this seed (ids aside: `requestIdHash`
 * numbers the requests instead).
 */
export declare function simulate(plan: CampaignPlan, options: SimulationOptions): SimulatedCampaign;
/**
 * Writes log row `i` of a run into row `row` of the columns: everything but its place in a file and
 * its id.
 */
export declare function rowWriter(plan: CampaignPlan, run: SimulatedRun, to: RequestColumns, other: Counterfactual): (i: number, row: number) => void;
/** Columns of so many rows, to be filled; sizes are named once they are. */
export declare function emptyCampaign(rowCount: number, files: string[], name: string): {
    requests: Requests;
    counterfactual: Counterfactual;
};
