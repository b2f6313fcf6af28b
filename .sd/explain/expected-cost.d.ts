import { type PriceTable } from "../campaign/index.js";
import { type CostModel } from "../labels/index.js";
import { type Requests } from "../requests/index.js";
/** What each request is expected to cost on either platform. */
export interface ExpectedCost {
    /**
     * USD of each row if it is answered ECS (0), if Lambda (1), as `permutationImportance` takes
     * them.
     */
    ifZero: Float64Array;
    ifOne: Float64Array;
    /**
     * Requests whose context cell one platform never served. They cost the same either way here: no
     * difference is made up for them.
     */
    unknownRows: number;
}
/**
 * Expected cost of each request on ECS and on Lambda: the mean cost of that platform's requests in
 * its context cell. Within a cell (everything known before routing) the platforms were offered the
 * same requests, so one platform's mean stands for any of them. Cost by the author's busy-time
 * formula unless said. Hand it all answered requests of a campaign and take the rows needed
 * afterwards (`takeCosts`): the more, the surer the means. The uncertainty of these means is not
 * carried on.
 */
export declare function expectedCost(requests: Requests, model?: CostModel, prices?: PriceTable): ExpectedCost;
/** The same of some of the rows. */
export declare function takeCosts({ ifZero, ifOne }: Pick<ExpectedCost, "ifZero" | "ifOne">, rows: Uint32Array): {
    ifZero: Float64Array;
    ifOne: Float64Array;
};
