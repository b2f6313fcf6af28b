export { cellStatistics, SLO_LIMITS_MS, WHAT_IF_LABEL } from "./cell-statistics.js";
export {
  scaledPrices,
  whatIf,
  type WhatIfCell,
  type WhatIfData,
  type WhatIfPolicy,
  type WhatIfResult,
  type WhatIfSettings,
} from "./what-if.js";
