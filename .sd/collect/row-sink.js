export {};
//# sourceMappingURL=row-sink.js.map