/**
 * Sorts finite numbers in ascending order, in place, and returns them: what `sort` does, but in
 * time that grows with their number alone where they are spread out. Each goes to one of as many
 * equal cells as there are numbers; then every cell is sorted by itself.
 */
export declare function sortNumbers(values: Float64Array): Float64Array;
