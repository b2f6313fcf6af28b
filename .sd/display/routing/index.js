export { readMethod, readParts, showBreakEven, showSavings } from "./routing.js";
//# sourceMappingURL=index.js.map