import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tableFromIPC } from "@uwdata/flechette";
import { NO_PLATFORM, PLATFORMS } from "../campaign/index.js";
import { requestsFromArrow, requestsToArrow } from "./arrow.js";
import { columnsFromArrow, columnsToArrow } from "./arrow-columns.js";
import { mapColumns, REQUEST_COLUMNS } from "./columns.js";
import { COUNTERFACTUAL_COLUMNS } from "./counterfactual-columns.js";
import { RequestSourceError } from "./error.js";
import { namePayloads } from "./payload.js";
/**
 * A campaign too large for lines of JSON lies in a folder as numbered parts, each an Arrow file of
 * its own.
 */
const REQUESTS_PART = /^requests-\d{5}\.arrow$/;
const COUNTERFACTUAL = "counterfactual";
const partName = (kind, part) => `${kind}-${String(part).padStart(5, "0")}.arrow`;
const CODED = { platform: { names: PLATFORMS, none: NO_PLATFORM } };
/** Columns that no label, feature or policy looks at. */
const FOR_TRACING = [
    "fileIndex",
    "lineNumber",
    "requestIdHash",
    "memoryUsedMb",
    "cpuPercent",
];
/**
 * Writes part `part` (from 1) of a campaign: `requests-<part>.arrow`, and
 * `counterfactual-<part>.arrow` beside it. Throws where it lies already.
 */
export function writeArrowPart(folder, part, requests, counterfactual) {
    const write = (kind, bytes) => {
        const file = path.join(folder, partName(kind, part));
        if (existsSync(file))
            throw new Error(`${file} exists already; name a folder without another campaign, or remove it first`);
        writeFileSync(file, bytes);
    };
    write("requests", requestsToArrow(requests));
    if (counterfactual)
        write(COUNTERFACTUAL, columnsToArrow(COUNTERFACTUAL_COLUMNS, counterfactual, CODED, {}));
}
/** Names of a folder's parts in order; none where it holds no such campaign. */
export function arrowParts(folder) {
    return existsSync(path.join(folder, partName("requests", 1)))
        ? readdirSync(folder)
            .filter((name) => REQUESTS_PART.test(name))
            .sort()
        : [];
}
/**
 * Reads a campaign in Arrow parts column by column, one part after the other into columns of their
 * final length. Throws RequestSourceError where there are no parts, where one is no such part, or
 * where a counterfactual is asked for and missing.
 */
export function readArrowParts(folder, options = {}) {
    const names = arrowParts(folder);
    if (names.length === 0)
        throw new RequestSourceError(`${folder} holds no file requests-00001.arrow: only \`study simulate --format arrow\` ` +
            "makes such a folder");
    const rowCounts = names.map((name) => rowsIn(folder, name));
    const rowCount = rowCounts.reduce((sum, rows) => sum + rows, 0);
    const empty = new Set(options.lean ? FOR_TRACING : []);
    const columns = mapColumns(REQUEST_COLUMNS, (name, type) => new type(empty.has(name) ? 0 : rowCount));
    const counterfactual = options.counterfactual
        ? mapColumns(COUNTERFACTUAL_COLUMNS, (_, type) => new type(rowCount))
        : null;
    const digests = [];
    const read = (name) => {
        const bytes = readFileSync(path.join(folder, name));
        digests.push({
            file: name,
            bytes: bytes.length,
            sha256: createHash("sha256").update(bytes).digest("hex"),
        });
        return bytes;
    };
    let at = 0;
    let first = null;
    names.forEach((name, part) => {
        const requests = ofPart(name, () => requestsFromArrow(read(name)));
        first ??= requests;
        for (const column of Object.keys(columns))
            if (!empty.has(column))
                columns[column].set(requests[column], at);
        if (!empty.has("fileIndex"))
            columns.fileIndex.fill(part, at, at + requests.rowCount);
        if (counterfactual) {
            const other = name.replace("requests", COUNTERFACTUAL);
            if (!existsSync(path.join(folder, other)))
                throw new RequestSourceError(`${folder} lacks ${other}: only a simulated campaign has counterfactual outcomes`);
            const unseen = ofPart(other, () => columnsFromArrow(COUNTERFACTUAL_COLUMNS, tableFromIPC(read(other)), CODED));
            for (const column of Object.keys(COUNTERFACTUAL_COLUMNS))
                counterfactual[column].set(unseen[column], at);
        }
        at += requests.rowCount;
        options.onProgress?.(at, rowCount);
    });
    const payloadKb = namePayloads(columns);
    return {
        requests: { ...first, rowCount, files: names, ...columns, payloadKb },
        counterfactual,
        digests,
    };
}
/** Rows of a part: its file is mapped by flechette without decoding a column. */
function rowsIn(folder, name) {
    return ofPart(name, () => tableFromIPC(readFileSync(path.join(folder, name))).numRows);
}
function ofPart(name, read) {
    try {
        return read();
    }
    catch (error) {
        throw new RequestSourceError(`${name} is no part of a campaign (${error.message}): simulate the campaign again`, { cause: error });
    }
}
//# sourceMappingURL=arrow-parts.js.map