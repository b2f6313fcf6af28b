export { barChart } from "./bar-chart.js";
export { breakEvenChart } from "./break-even-chart.js";
export { boxChart } from "./box-chart.js";
export { confusionMatrix, heatMap } from "./heat-map.js";
export { histogram } from "./histogram.js";
export { intervalChart } from "./interval-chart.js";
export { lineChart } from "./line-chart.js";
export { beeswarm, scatterChart, } from "./point-charts.js";
export { waterfall } from "./waterfall.js";
//# sourceMappingURL=index.js.map