/** Words at the ticks of an axis, and what they need. */
export interface LabelFit {
    /** Room in px: to the left of the plot for a y axis, below it for an x axis. */
    room: number;
    /** Settings of the axis that make the words fit. */
    axis: Record<string, unknown>;
}
/** Words down the left side: broken into two lines where one would leave too little of the plot. */
export declare function fitYLabels(labels: readonly string[], fontSizePx: number): LabelFit;
/** Words below the plot: level where they fit side by side, else in two lines, else tilted. */
export declare function fitXLabels(labels: readonly string[], fontSizePx: number, plotWidthPx: number): LabelFit;
/** How far the first tilted word reaches to the left of its tick. */
export declare function tiltedReach({ axis }: LabelFit, labels: readonly string[], fontSizePx: number): number;
