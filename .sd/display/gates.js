import { GATES } from "../campaign/index.js";
import { formatGateValue } from "./format.js";
import { showTable, tableText } from "./table.js";
/** Shows gates in two tables: the user's, and the ones that cannot be fooled. */
export function showGates(gates, options = {}) {
    for (const [caption, cannotBeFooled] of [
        ["The user's gates", false],
        ["Gates that cannot be fooled", true],
    ]) {
        const rows = gateRows(gates.filter((gate) => gate.cannotBeFooled === cannotBeFooled));
        const columns = [
            "gate",
            "value",
            "target",
            { key: "verdict", format: "verdict" },
            "question",
            "evidence",
        ];
        if (rows.length > 0)
            showTable(rows, { ...options, caption, columns });
    }
}
/** The gates as plain text, for a terminal. */
export function gateLines(gates) {
    const sorted = [...gates].sort((a, b) => Number(a.cannotBeFooled) - Number(b.cannotBeFooled));
    return tableText(gateRows(sorted), {
        columns: ["gate", "value", "target", { key: "verdict", format: "verdict" }, "kind"],
    });
}
/** What a gate asks, in words. */
export function gateQuestion({ id }) {
    return GATES.find((gate) => gate.id === id)?.question ?? "";
}
function gateRows(gates) {
    return gates.map((gate) => ({
        gate: gate.id,
        question: gateQuestion(gate),
        value: formatGateValue(gate),
        target: gate.target,
        verdict: gate.verdict,
        kind: gate.cannotBeFooled ? "cannot be fooled" : "the user's",
        evidence: gate.evidence,
    }));
}
//# sourceMappingURL=gates.js.map