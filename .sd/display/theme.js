/**
 * The house colours, after Okabe and Ito (2008), who chose them to be told apart by colour-blind
 * readers. A platform, a workload, a verdict has the same colour in every picture.
 */
export const PLATFORM_COLOURS = {
    lambda: "#D55E00",
    ecs: "#0072B2",
};
export const WORKLOAD_COLOURS = {
    lightweight_api: "#56B4E9",
    thumbnail_processing: "#009E73",
    medium_processing: "#E69F00",
    heavy_processing: "#CC79A7",
};
/** Colours that go with a name, whichever chart it stands in. */
export const NAMED_COLOURS = {
    ...PLATFORM_COLOURS,
    ...WORKLOAD_COLOURS,
};
/** Every other series takes these in turn. */
export const SERIES_COLOURS = [
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#666666",
];
/**
 * Readable as bold text on white and on an editor's dark grey alike (contrast above 4.5 and above
 * 3.2).
 */
export const VERDICT_COLOURS = {
    pass: "#178260",
    warn: "#966400",
    fail: "#CF3A30",
    "not applicable": "#757575",
};
/** Verdicts are told by a sign as well as by colour. */
export const VERDICT_SIGNS = {
    pass: "✓ pass",
    warn: "! warn",
    fail: "✗ fail",
    "not applicable": "– n/a",
};
export const INK = "#222222";
export const GRID = "#E3E3E3";
export const PAPER = "#FFFFFF";
export const FONT = "Arial, Helvetica, sans-serif";
/** A colour between two others: `share` 0 gives the first, 1 the second. */
export function mixColours(from, to, share) {
    const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
    const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
    return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
//# sourceMappingURL=theme.js.map