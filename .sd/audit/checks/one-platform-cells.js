import { LAMBDA } from "../../campaign/index.js";
import { groupIntoCells } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable } from "../check.js";
import { judgeSteps } from "../judge.js";
import { counted, list, percent } from "../words.js";
/**
 * Context cells that only one platform answered, where nothing can be compared, and thin ones,
 * where little can.
 */
export const onePlatformCells = {
    id: "one-platform-cells",
    group: "design",
    question: "How many requests lie in context cells that only one platform answered?",
    needs: ["requests"],
    thresholds: { rows: 0.05, thin: 20 },
    condition: ({ rows, thin }) => `no such cells (fail: ${percent(rows)} of the answered requests); fewer than ${thin} ` +
        "requests of either platform make a cell thin",
    run({ requests, answeredRows }, { rows, thin }) {
        if (answeredRows.length === 0)
            return notApplicable("No request was answered.");
        const cells = groupIntoCells(requests);
        const counts = new Float64Array(2 * cells.codeCount);
        for (const row of answeredRows)
            counts[2 * cells.codeOfRow[row] + requests.platform[row]]++;
        const table = Array.from({ length: cells.codeCount }, (_, cell) => ({
            cell: cells.name(cell),
            ecs: counts[2 * cell],
            lambda: counts[2 * cell + LAMBDA],
        })).filter(({ ecs, lambda }) => ecs + lambda > 0);
        const single = table.filter(({ ecs, lambda }) => ecs === 0 || lambda === 0);
        const thinCells = table.filter(({ ecs, lambda }) => Math.min(ecs, lambda) < thin && Math.min(ecs, lambda) > 0);
        const lost = single.reduce((sum, { ecs, lambda }) => sum + ecs + lambda, 0) / answeredRows.length;
        return {
            verdict: judgeSteps(lost, 0, rows),
            value: lost,
            evidence: `${single.length} of ${counted(table.length, "context cell")} were answered by one ` +
                `platform only (${percent(lost)} of the answered requests); ` +
                `${counted(thinCells.length, "more cell")} ${thinCells.length === 1 ? "has" : "have"} ` +
                `fewer than ${thin} requests of one platform.`,
            advice: single.length === 0
                ? NOTHING_TO_DO
                : `Send both platforms requests in ${list(single.map(({ cell }) => cell), 2)}; a label there compares with another context.`,
            offenders: [...single, ...thinCells].map(({ cell, ecs, lambda }) => ({
                label: `${cell}: ${ecs} ECS, ${lambda} Lambda`,
                count: ecs + lambda,
            })),
            table: {
                columns: [
                    { key: "cell", title: "context cell", format: "text" },
                    { key: "ecs", title: "ECS", format: "count" },
                    { key: "lambda", title: "Lambda", format: "count" },
                ],
                rows: table.sort((a, b) => Math.min(a.ecs, a.lambda) - Math.min(b.ecs, b.lambda)),
            },
        };
    },
};
//# sourceMappingURL=one-platform-cells.js.map