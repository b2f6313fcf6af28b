export { startLocalPlatforms } from "./start.js";
//# sourceMappingURL=index.js.map