export { startLocalPlatforms, type LocalPlatforms, type LocalPlatformsOptions } from "./start.js";
export type { ApiRecord } from "./handlers.js";
