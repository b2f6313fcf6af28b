import { barChart, heatMap, intervalChart, lineChart } from "../charts/index.js";
import { formatNumber } from "../format.js";
import { showFigure } from "../show.js";
import { showTable } from "../table.js";
/**
 * Shows the checks of an audit, one a line: verdict, the sentence its verdict rests on, and what to
 * do.
 */
export function showChecks(checks, caption = "Checks") {
    const rows = checks.map(({ group, id, verdict, evidence, advice }) => ({
        group,
        id,
        verdict,
        evidence,
        advice: verdict === "fail" || verdict === "warn" ? advice : "",
    }));
    showTable(rows, {
        columns: [
            "group",
            { key: "id", title: "check" },
            { key: "verdict", format: "verdict" },
            "evidence",
            { key: "advice", title: "what to do" },
        ],
        caption,
        maxRows: 100,
    });
}
/** Shows what one check saw: its picture if it has one, its table, and the cells at fault. */
export async function showFinding(check) {
    if (check.figure)
        await showFigure(findingFigure(check.figure), `${check.question} ${check.evidence}`);
    if (check.table)
        showTable(check.table.rows, {
            columns: check.table.columns,
            caption: check.question,
            maxRows: 20,
        });
    if (check.offenders.length > 0) {
        showTable(check.offenders, {
            columns: [
                { key: "label", title: "at fault" },
                { key: "count", title: "rows", format: "count" },
            ],
            caption: `${check.id}: ${check.threshold}`,
            maxRows: 12,
        });
    }
}
/** The picture of a check's plain data. */
export function findingFigure(figure) {
    const { title, xTitle, yTitle, format } = figure;
    const text = { title, xTitle, yTitle };
    switch (figure.kind) {
        case "bar":
            return barChart(figure.categories, figure.series, text, {
                format,
                horizontal: figure.categories.length > 8,
            });
        case "dots":
            return intervalChart(figure.labels, figure.intervals, text, {
                format,
                references: figure.references,
            });
        case "heat":
            return heatMap(figure.rows, figure.columns, figure.values, text, {
                print: (value) => formatNumber(value, "number"),
            });
        case "line":
            return lineChart(figure.x, figure.series, text, { format });
    }
}
//# sourceMappingURL=findings.js.map