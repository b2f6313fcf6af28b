import { type ColumnTable } from "arquero";
import { type Requests } from "./requests.js";
/**
 * The requests as an Arquero table, one row a request, for questions in a notebook: columns as in
 * Requests with codes turned into names (null for none), cold starts into true and false, time
 * stamps into dates, and `payloadKb` as the study groups by it. Numbers a request does not have are
 * NaN, which Arquero's aggregates pass over.
 */
export declare function requestsTable(requests: Requests): ColumnTable;
