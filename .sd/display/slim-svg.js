import { FONT } from "./theme.js";
/** Declarations that only repeat what holds anyway; none of these properties is inherited. */
const IDLE = new Set(["opacity:1", "vector-effect:none"]);
/**
 * The same picture in fewer bytes: Plotly writes every mark's style out in full. Colours become
 * short, the house's font is said once, and declarations of what is the default go.
 */
export function slimSvg(svg) {
    const slim = svg.replace(/ style="([^"]*)"/g, (_, style) => {
        const declarations = style
            .split(/;\s*/)
            .map((declaration) => declaration.replace(/:\s+/, ":"))
            .filter((declaration) => declaration !== "" && !IDLE.has(declaration) && declaration !== `font-family:${FONT}`);
        const text = declarations
            .join(";")
            .replace(/rgb\((\d+), (\d+), (\d+)\)/g, (__, ...channels) => hex(channels.slice(0, 3)));
        return text === "" ? "" : ` style="${text}"`;
    });
    return slim.replace("<svg ", `<svg role="img" font-family="${FONT}" `);
}
function hex(channels) {
    return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}
//# sourceMappingURL=slim-svg.js.map