/**
 * Results as they are written to JSON: typed arrays as lists of numbers, and nothing that JSON
 * would turn into null without saying so (NaN and infinities become their names).
 */
export function importanceRecord(value) {
    return JSON.parse(JSON.stringify(value, (_, entry) => ArrayBuffer.isView(entry)
        ? Array.from(entry)
        : typeof entry === "number" && !Number.isFinite(entry)
            ? String(entry)
            : entry));
}
//# sourceMappingURL=importance-record.js.map