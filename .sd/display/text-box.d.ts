/** A rectangle in px, as `getBoundingClientRect` gives it. */
export interface TextBox {
    x: number;
    y: number;
    left: number;
    top: number;
    right: number;
    bottom: number;
    width: number;
    height: number;
}
/**
 * The rectangle that the words below an SVG element fill, by their own positions, anchors and
 * transforms. jsdom lays nothing out; this is as much of a layout as Plotly asks for. Coordinates
 * are the page's, or with `ownSpace` the element's (as `getBBox` has them).
 */
export declare function textBox(element: Element, ownSpace?: boolean): TextBox;
