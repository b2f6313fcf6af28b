export {};
//# sourceMappingURL=classifier.js.map