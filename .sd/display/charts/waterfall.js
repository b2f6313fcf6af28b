import { makeFigure } from "../figure.js";
import { PLATFORM_COLOURS } from "../theme.js";
/**
 * From a base over signed steps to a result: what each feature adds to one prediction. Steps up
 * have Lambda's colour and steps down ECS's, as a prediction is the probability that Lambda is
 * better.
 */
export function waterfall(base, steps, text, options = {}) {
    const { print = (value) => value.toFixed(3), resultName = "result" } = options;
    const names = [base.name, ...steps.map(({ name }) => name), resultName];
    const starts = [];
    const lengths = [];
    const colours = [];
    const texts = [];
    const add = (start, length, colour, label) => {
        starts.push(start);
        lengths.push(length);
        colours.push(colour);
        texts.push(label);
    };
    let at = base.value;
    add(0, base.value, "#8A8F94", print(base.value));
    for (const { value } of steps) {
        add(at, value, value >= 0 ? PLATFORM_COLOURS.lambda : PLATFORM_COLOURS.ecs, `${value >= 0 ? "+" : "−"}${print(Math.abs(value))}`);
        at += value;
    }
    add(0, at, "#444444", print(at));
    const ends = [0, ...starts, ...starts.map((start, i) => start + lengths[i])];
    const low = Math.min(...ends);
    const high = Math.max(...ends);
    const room = 0.14 * (high - low);
    const rows = names.map((_, r) => r);
    const data = [
        {
            type: "bar",
            orientation: "h",
            x: lengths,
            base: starts,
            y: rows,
            marker: { color: colours },
            text: texts,
            textposition: "outside",
            cliponaxis: false,
            hoverinfo: "text",
        },
    ];
    return makeFigure(data, text, {
        showlegend: false,
        // Room for the words beside the bars.
        xaxis: { range: [low < 0 ? low - room : 0, high + room] },
        yaxis: {
            tickmode: "array",
            tickvals: rows,
            ticktext: names,
            range: [names.length - 0.5, -0.5],
        },
        height: Math.max(280, 130 + 28 * names.length),
    });
}
//# sourceMappingURL=waterfall.js.map