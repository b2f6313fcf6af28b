import { barChart } from "../charts/index.js";
import { formatNumber } from "../format.js";
import { showFigure, showText } from "../show.js";
import { showTable } from "../table.js";
/** An accuracy this near to 1, with a lookup this near to it, is the lookup and no success. */
const NEARLY_ALL = 0.97;
const NEARLY_SAME = 0.01;
/** What the author hopes for at the least. */
const HOPED_FOR = 0.75;
/** Floor and ceiling of each campaign: as a table, as bars from one to the other, and in words. */
export async function showCampaignBounds(results) {
    const bounds = results.flatMap(({ title, audit: { attainability } }) => {
        if (!attainability)
            return [];
        const { best1, best2, best3 } = attainability;
        return [
            {
                campaign: title,
                ...attainability,
                which: best1.features.join(),
                one: best1.accuracy,
                two: best2.accuracy,
                three: best3.accuracy,
            },
        ];
    });
    showTable(bounds, {
        columns: "campaign | rows:count | distinctVectors:count:distinct vectors | constant:share | " +
            "one:share:best lookup of 1 | which::(which) | two:share:of 2 | three:share:of 3 | " +
            "ceiling:share:best possible",
        caption: "What can be reached on the author's 15 features",
    });
    const series = bounds.map(({ campaign, constant, one, two, three, ceiling }) => ({
        name: campaign,
        values: [constant, one, two, three, ceiling],
    }));
    const text = {
        title: "From floor to ceiling",
        xTitle: "",
        yTitle: "accuracy on the labelled rows",
    };
    await showFigure(barChart(["constant", "best lookup of 1", "best lookup of 2", "best lookup of 3", "best possible"], series, text, { format: ".0%" }), "accuracy of constant, lookups and a perfect model");
    showText(bounds
        .map(({ campaign, rows, distinctVectors, one, ceiling }) => `**${campaign}**: ${formatNumber(rows, "count")} rows are only ` +
        `${formatNumber(distinctVectors, "count")} different inputs. A lookup of one ` +
        `column is right for ${formatNumber(one, "share")}, ` +
        `a perfect model for ${formatNumber(ceiling, "share")}: ` +
        `${formatNumber(ceiling - one, "points")} are left for learning. ` +
        `${meaning(one, ceiling)}`)
        .join("\n\n"));
}
function meaning(lookup, ceiling) {
    if (ceiling > NEARLY_ALL && ceiling - lookup < NEARLY_SAME)
        return "An accuracy near 100 % is this lookup, and no success.";
    if (ceiling < HOPED_FOR)
        return (`${formatNumber(HOPED_FOR, "share")} cannot be reached by any model; the label is noise ` +
            "that these features do not explain.");
    return "";
}
//# sourceMappingURL=bounds.js.map