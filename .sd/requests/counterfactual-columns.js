export const COUNTERFACTUAL_COLUMNS = {
    platform: Uint8Array,
    executionTimeMs: Float64Array,
    responseTimeMs: Float64Array,
    httpStatus: Uint16Array,
    coldStart: Uint8Array,
};
//# sourceMappingURL=counterfactual-columns.js.map