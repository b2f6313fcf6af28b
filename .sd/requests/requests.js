/** Code in a coded column for "not in the log". */
export const MISSING = 255;
//# sourceMappingURL=requests.js.map