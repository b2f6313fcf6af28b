import { AUTHOR_PRICES, ECS, LAMBDA } from "../campaign/index.js";
import { requestCostUsd, THESIS_COST } from "../labels/index.js";
import { groupIntoCells } from "../requests/index.js";
/**
 * Expected cost of each request on ECS and on Lambda: the mean cost of that platform's requests in
 * its context cell. Within a cell (everything known before routing) the platforms were offered the
 * same requests, so one platform's mean stands for any of them. Cost by the author's busy-time
 * formula unless said. Hand it all answered requests of a campaign and take the rows needed
 * afterwards (`takeCosts`): the more, the surer the means. The uncertainty of these means is not
 * carried on.
 */
export function expectedCost(requests, model = { kind: "busy-time" }, prices = AUTHOR_PRICES) {
    const cost = requestCostUsd(requests, { ...THESIS_COST, cost: model, prices });
    const { codeOfRow, codeCount } = groupIntoCells(requests);
    const sums = [new Float64Array(codeCount), new Float64Array(codeCount)];
    const counts = [new Float64Array(codeCount), new Float64Array(codeCount)];
    cost.forEach((usd, row) => {
        if (Number.isNaN(usd))
            return;
        sums[requests.platform[row]][codeOfRow[row]] += usd;
        counts[requests.platform[row]][codeOfRow[row]]++;
    });
    const known = (cell) => counts[ECS][cell] > 0 && counts[LAMBDA][cell] > 0;
    const meanOn = (platform) => Float64Array.from(codeOfRow, (cell) => known(cell) ? sums[platform][cell] / counts[platform][cell] : 0);
    return {
        ifZero: meanOn(ECS),
        ifOne: meanOn(LAMBDA),
        unknownRows: codeOfRow.reduce((rows, cell) => rows + Number(!known(cell)), 0),
    };
}
/** The same of some of the rows. */
export function takeCosts({ ifZero, ifOne }, rows) {
    return {
        ifZero: Float64Array.from(rows, (row) => ifZero[row]),
        ifOne: Float64Array.from(rows, (row) => ifOne[row]),
    };
}
//# sourceMappingURL=expected-cost.js.map