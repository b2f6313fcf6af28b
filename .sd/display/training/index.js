export * from "./figures.js";
export * from "./sentences.js";
export * from "./tables.js";
//# sourceMappingURL=index.js.map