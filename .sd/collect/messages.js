/** Connects the processor's thread with that of the reporter. */
export const CHANNEL = "study-collect";
//# sourceMappingURL=messages.js.map