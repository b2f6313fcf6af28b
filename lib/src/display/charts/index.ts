export { barChart, type BarOptions } from "./bar-chart.js";
export { breakEvenChart } from "./break-even-chart.js";
export { boxChart, type BoxSeries, type BoxSummary } from "./box-chart.js";
export { confusionMatrix, heatMap, type HeatOptions } from "./heat-map.js";
export { histogram, type HistogramOptions } from "./histogram.js";
export { intervalChart, type IntervalOptions } from "./interval-chart.js";
export { lineChart, type LineOptions } from "./line-chart.js";
export {
  beeswarm,
  scatterChart,
  type Points,
  type ScatterOptions,
  type Swarm,
} from "./point-charts.js";
export type { ReferenceLine, Series } from "./series.js";
export { waterfall, type WaterfallStep } from "./waterfall.js";
