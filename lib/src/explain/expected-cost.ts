import { ECS, LAMBDA } from "../campaign/index.js";
import { requestCostUsd, type CostTerms } from "../labels/index.js";
import { groupIntoCells, type Requests } from "../requests/index.js";

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
 * same requests, so one platform's mean stands for any of them. Hand it all answered requests of a
 * campaign, and the terms its labels were made with (`loadLabelOptions`), and take the rows needed
 * afterwards (`takeCosts`): the more, the surer the means. The uncertainty of these means is not
 * carried on.
 */
export function expectedCost(requests: Requests, terms: CostTerms): ExpectedCost {
  const cost = requestCostUsd(requests, terms);
  const { codeOfRow, codeCount } = groupIntoCells(requests);
  const sums = [new Float64Array(codeCount), new Float64Array(codeCount)];
  const counts = [new Float64Array(codeCount), new Float64Array(codeCount)];
  cost.forEach((usd, row) => {
    if (Number.isNaN(usd)) return;
    sums[requests.platform[row]][codeOfRow[row]] += usd;
    counts[requests.platform[row]][codeOfRow[row]]++;
  });
  const known = (cell: number): boolean => counts[ECS][cell] > 0 && counts[LAMBDA][cell] > 0;
  const meanOn = (platform: number): Float64Array =>
    Float64Array.from(codeOfRow, (cell) =>
      known(cell) ? sums[platform][cell] / counts[platform][cell] : 0,
    );
  return {
    ifZero: meanOn(ECS),
    ifOne: meanOn(LAMBDA),
    unknownRows: codeOfRow.reduce((rows, cell) => rows + Number(!known(cell)), 0),
  };
}

/** The same of some of the rows. */
export function takeCosts(
  { ifZero, ifOne }: Pick<ExpectedCost, "ifZero" | "ifOne">,
  rows: Uint32Array,
): { ifZero: Float64Array; ifOne: Float64Array } {
  return {
    ifZero: Float64Array.from(rows, (row) => ifZero[row]),
    ifOne: Float64Array.from(rows, (row) => ifOne[row]),
  };
}
