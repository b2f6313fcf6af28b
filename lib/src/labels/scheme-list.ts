import { isPaired, type Requests } from "../requests/index.js";
import { duet } from "./duet.js";
import type { Scheme } from "./scheme.js";
import {
  groupPercentile,
  pairedProbability,
  percentileBucket,
  requestVsMedian,
} from "./schemes.js";

/**
 * The labelling schemes by name: four that compare requests of one platform with those of the
 * other, and the one that needs no such comparison, because both platforms were measured for each
 * request. A further one is listed here and nowhere else.
 */
export const SCHEMES = {
  "request-vs-median": requestVsMedian,
  "percentile-bucket": percentileBucket,
  "group-percentile": groupPercentile,
  "paired-probability": pairedProbability,
  duet,
} as const satisfies Record<string, Scheme>;

export type LabelScheme = keyof typeof SCHEMES;
export const LABEL_SCHEMES = Object.keys(SCHEMES) as LabelScheme[];

/** The schemes that can label these requests: none of pairs where nothing was sent in pairs. */
export function schemesFor(requests: Pick<Requests, "pairIdHash">): LabelScheme[] {
  return LABEL_SCHEMES.filter((name) => SCHEMES[name].unit !== "pair" || isPaired(requests));
}

/** The scheme used unless told otherwise: `duet` for pairs, else the thesis's own. */
export function usualScheme(requests: Pick<Requests, "pairIdHash">): LabelScheme {
  return isPaired(requests) ? "duet" : "request-vs-median";
}
