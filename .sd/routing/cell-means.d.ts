import { type Axis, type ObservedOutcomes } from "./outcomes.js";
/** What each platform made of the requests of each cell. Index: ECS, LAMBDA. */
export interface CellMeans {
    rows: readonly [ecs: Float64Array, lambda: Float64Array];
    /** NaN where a platform served (for the cost: answered) nothing. */
    means: Record<Axis, readonly [ecs: Float64Array, lambda: Float64Array]>;
}
/**
 * Means by cell and platform over the given rows: of the latency over all of them, of the cost over
 * the answered ones, because a failed one is charged nothing.
 */
export declare function cellMeans(observed: ObservedOutcomes, rows: Uint32Array, cellOfRow: ArrayLike<number>, cellCount: number): CellMeans;
