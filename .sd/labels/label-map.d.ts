import { type Requests } from "../requests/index.js";
import { type LabelOptions, type LabelScheme } from "./labels.js";
/** Where two labellings disagree: payload sizes down, scenarios across. */
export interface LabelMap {
    /** "thumbnail_processing, 200 KiB", in the order of workload and size. */
    rows: string[];
    /** "midday, medium_load", in order of appearance. */
    columns: string[];
    /**
     * Share of the rows labelled both ways whose label differs, by row and column; NaN where there
     * are none.
     */
    changed: number[][];
}
type Scheme = Partial<LabelOptions> & {
    scheme: LabelScheme;
};
/** The map of the cells whose labels flip between two ways to label. */
export declare function labelMap(requests: Requests, one: Scheme, other: Scheme): LabelMap;
export {};
