export { readMethod, readParts, showBreakEven, showSavings } from "./routing.js";
