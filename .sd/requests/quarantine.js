import { mkdir, open } from "node:fs/promises";
import path from "node:path";
/**
 * Writes quarantined lines as JSONL, one object `{file, line, field, reason, raw}` each, replacing
 * what was there; no lines make an empty file. Missing folders are made.
 */
export async function writeQuarantine(file, lines) {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, "w");
    try {
        // One by one: a single line may hold 50 MB.
        for (const { file: log, line, field, reason, raw } of lines) {
            await handle.write(JSON.stringify({ file: log, line, field, reason, raw }) + "\n");
        }
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=quarantine.js.map