export {
  readCost,
  readMethod,
  readParts,
  showBreakEven,
  showSavings,
  showSupport,
} from "./routing.js";
