import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bodyBytes } from "../campaign/index.js";
import { requestBody } from "./request-body.js";
import { bodyKey } from "./session.js";
/**
 * Builds the body of every workload and size of a plan, once, as files in a folder; those that are
 * there already are kept.
 */
export async function writeBodies(plan, seed, folder) {
    const files = {};
    mkdirSync(folder, { recursive: true });
    for (const { workload, payloadKb } of plan.workloads) {
        for (const kb of payloadKb) {
            const key = bodyKey(workload, kb);
            const file = path.resolve(folder, `${key}.body`);
            if (!existsSync(file) || statSync(file).size !== bodyBytes(kb)) {
                writeFileSync(`${file}.part`, await requestBody(workload, kb, seed));
                renameSync(`${file}.part`, file);
            }
            files[key] = file;
        }
    }
    return files;
}
//# sourceMappingURL=body-files.js.map