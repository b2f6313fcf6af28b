/**
 * The same picture in fewer bytes: Plotly writes every mark's style out in full. Colours become
 * short, the house's font is said once, and declarations of what is the default go.
 */
export declare function slimSvg(svg: string): string;
