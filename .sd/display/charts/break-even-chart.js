import { makeFigure } from "../figure.js";
import { formatNumber } from "../format.js";
import { PLATFORM_COLOURS } from "../theme.js";
import { logAxis } from "./axes.js";
import { referenceLines } from "./series.js";
/**
 * What a million requests of a workload cost by rate on either platform, the campaign's own rates
 * marked on both lines.
 */
export function breakEvenChart({ workload, points, campaign, ecsCheaperFrom, ecsCheaperForGoodFrom, }) {
    const lambda = ({ lambdaUsdPerHour, requestsPerHour }) => (1e6 * lambdaUsdPerHour) / requestsPerHour;
    const ecs = ({ ecsUsdPerHour, requestsPerHour }) => (1e6 * ecsUsdPerHour) / requestsPerHour;
    const sides = [
        { name: "Lambda", usd: lambda, colour: PLATFORM_COLOURS.lambda },
        { name: "ECS, whole tasks", usd: ecs, colour: PLATFORM_COLOURS.ecs },
    ];
    const lines = sides.map(({ name, usd, colour }) => ({
        type: "scatter",
        mode: "lines",
        name,
        x: points.map(({ requestsPerHour }) => requestsPerHour),
        y: points.map(usd),
        line: { color: colour, width: 2 },
    }));
    const marks = sides.map(({ usd, colour }, s) => ({
        type: "scatter",
        mode: "markers",
        name: "the campaign's rates",
        showlegend: s === 0,
        x: campaign.map(({ requestsPerHour }) => requestsPerHour),
        y: campaign.map(usd),
        text: campaign.map(({ run, tasks }) => `${run}: ${tasks} task${tasks === 1 ? "" : "s"}`),
        marker: { color: colour, size: 9, symbol: "circle-open", line: { width: 2 } },
    }));
    const rates = [...new Set([ecsCheaperFrom, ecsCheaperForGoodFrom])]
        .filter((rate) => rate !== null)
        .map(Math.ceil);
    const [from, forGood = null] = rates.map((rate) => formatNumber(rate, "count"));
    const answer = from === undefined
        ? "ECS is never cheaper"
        : `ECS is cheaper from ${from} an ` +
            `hour${forGood === null ? "" : `, for good from ${forGood}`}`;
    const shown = rates.filter((rate) => rate <= points[points.length - 1].requestsPerHour);
    return makeFigure([...lines, ...marks], {
        title: `${workload}: ${answer}`,
        xTitle: "requests an hour",
        yTitle: "USD per million requests",
    }, {
        showlegend: true,
        // The title says what they are: five entries are more than a line of legend holds.
        shapes: referenceLines(shown.map((value) => ({ name: "", value })), "x").map((line) => ({ ...line, showlegend: false })),
        xaxis: logAxis(points.map(({ requestsPerHour }) => requestsPerHour)),
        yaxis: logAxis([...points.map(lambda), ...points.map(ecs)]),
    });
}
//# sourceMappingURL=break-even-chart.js.map