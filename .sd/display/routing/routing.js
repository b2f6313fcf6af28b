import { breakEvenRows, perMillion, valueRows, } from "../../routing/index.js";
import { breakEvenChart, intervalChart } from "../charts/index.js";
import { BLOCKS_RESAMPLED, formatNumber } from "../format.js";
import { showFigure } from "../show.js";
import { showTable } from "../table.js";
/** Which requests policies are judged on, in words. */
export function readParts({ test, testShare, failed, unattributed }) {
    const count = (value) => formatNumber(value, "count");
    return (`${count(test.length)} requests are judged, ${formatNumber(testShare, "share")} of the ` +
        `campaign. ${count(failed)} failed requests are among all parts together; ` +
        `${count(unattributed)} more failed without a platform in the log, and nobody can say ` +
        "whose failure they are.");
}
/** How policies are judged, and which requests could not be, in words. */
export function readMethod({ method, rows, blocks, refused }) {
    const count = (value) => formatNumber(value, "count");
    const why = refused.rows > 0 ? `: ${refused.reason}` : "";
    const largest = refused.largest.slice(0, 3).join("; ");
    return (`Method: **${method}**. ${count(rows)} requests are judged over ${count(blocks)} ` +
        `${blocks === 1 ? "block" : "blocks"} of time, ${BLOCKS_RESAMPLED}; ` +
        `${count(refused.rows)} are ` +
        `refused${why}${largest ? `, the largest of ${refused.cells} cells being ${largest}` : ""}.`);
}
/** What each policy saves: a table, and a picture each of time and of cost. */
export async function showSavings(comparison) {
    const values = valueRows(comparison);
    const policies = values.map(({ policy }) => policy);
    const nothing = { references: [{ name: "nothing saved", value: 0 }] };
    showTable(values, {
        columns: "policy | lambdaShare:share:to Lambda | latencyMs:ms:mean response | " +
            `costUsd:usdPerMillion:cost | savedMs:ms:saved against ${comparison.reference} | ` +
            "savedUsd:usdPerMillion:saved | savedNetUsd:usdPerMillion:saved, waiting included",
        caption: `Policies on the test rows; 95 % intervals: blocks of time, ${BLOCKS_RESAMPLED}`,
    });
    const time = {
        title: `Time saved against ${comparison.reference}`,
        xTitle: "ms a request (client's clock), with 95 % interval",
        yTitle: "",
    };
    await showFigure(intervalChart(policies, values.map(({ savedMs }) => savedMs), time, nothing), "mean response time saved by each policy");
    const cost = {
        title: `Cost saved against ${comparison.reference}, author's formula`,
        xTitle: "USD per million requests, with 95 % interval",
        yTitle: "",
    };
    await showFigure(intervalChart(policies, values.map(({ savedUsd }) => perMillion(savedUsd)), cost, nothing), "cost saved by each policy");
}
/** Where ECS becomes the cheaper platform: a table, and a picture for each workload. */
export async function showBreakEven(curves, caption) {
    showTable(breakEvenRows(curves), {
        columns: "workload | lambdaUsdPerRequest:usdPerMillion:Lambda | taskUsdPerHour:number:one task, " +
            "USD/h | requestsPerTaskHour:count:one task serves, requests/h | " +
            "ecsCheaperFrom:count:ECS cheaper from | ecsCheaperForGoodFrom:count:for good from | " +
            "campaignRate:count:campaign's highest rate | cheaperThere::cheaper there",
        caption,
    });
    for (const curve of curves)
        await showFigure(breakEvenChart(curve), `cost of a million requests of ${curve.workload} by rate, Lambda and ECS`);
}
//# sourceMappingURL=routing.js.map