export function emptyOutcomes(count) {
    return {
        status: new Uint16Array(count),
        executionTimeMs: new Float64Array(count),
        responseTimeMs: new Float64Array(count),
        coldStart: new Uint8Array(count),
        cpuPercent: new Float64Array(count),
        billedDurationMs: new Float64Array(count).fill(NaN),
        initDurationMs: new Float64Array(count).fill(NaN),
        runningTasks: new Float64Array(count).fill(NaN),
    };
}
//# sourceMappingURL=simulated-run.js.map