export { closedLoopText, showClosedLoop } from "./closed-loop.js";
export {
  readCost,
  readMethod,
  readParts,
  showBreakEven,
  showSavings,
  showSupport,
} from "./routing.js";
