import { readFileSync, readdirSync, truncateSync } from "node:fs";
import path from "node:path";
import { CollectError } from "./collect-error.js";
/**
 * The ids of the rows in a collection's folder. A line that a killed process left unfinished at the
 * end of a file is cut off: it is no row, and its request is sent again. Throws CollectError where
 * an id stands twice.
 */
export function collectedIds(folder) {
    const ids = new Set();
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".jsonl"))
        .sort()) {
        const file = path.join(folder, name);
        const bytes = readFileSync(file);
        const whole = bytes.lastIndexOf(10) + 1;
        if (whole < bytes.length)
            truncateSync(file, whole);
        for (const line of bytes.subarray(0, whole).toString().split("\n")) {
            if (line === "")
                continue;
            const id = idOf(line);
            if (id === null)
                throw new CollectError(`${file} holds a line that this collection did not write; keep other logs out of ` +
                    "its folder");
            if (ids.has(id))
                throw new CollectError(`${file} holds a second row of request ${id}; a row stands once in a collection`);
            ids.add(id);
        }
    }
    return ids;
}
function idOf(line) {
    try {
        const { request_id: id } = JSON.parse(line);
        return typeof id === "string" ? id : null;
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=collected-rows.js.map