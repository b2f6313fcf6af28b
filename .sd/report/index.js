export { writeReport } from "./write-report.js";
//# sourceMappingURL=index.js.map