import { judgeGate } from "../campaign/index.js";
import { forbiddenByName } from "./columns.js";
/**
 * The gate on forbidden features: columns of the table whose names say that a router cannot know
 * them beforehand.
 */
export function forbiddenFeaturesGate({ names }) {
    const forbidden = names.filter((name) => forbiddenByName(name) !== null);
    const evidence = forbidden.length === 0
        ? `${names.length} features checked by name`
        : `forbidden: ${forbidden.join(", ")}`;
    return judgeGate("forbidden-features", forbidden.length, evidence);
}
//# sourceMappingURL=gates.js.map