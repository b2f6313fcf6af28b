/**
 * The ids of the rows in a collection's folder. A line that a killed process left unfinished at the
 * end of a file is cut off: it is no row, and its request is sent again. Throws CollectError where
 * an id stands twice.
 */
export declare function collectedIds(folder: string): Set<string>;
