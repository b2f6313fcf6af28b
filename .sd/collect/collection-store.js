import path from "node:path";
import { openS3 } from "../s3/index.js";
import { pushFolder } from "./push-folder.js";
import { RowSinkError } from "./sink-error.js";
import { isCollectorName } from "./spool.js";
import { claimName, sinkError, writablePlace } from "./store-part.js";
/**
 * Where a finished collection goes in a store: below `address`, in a folder of its own folder's
 * name, so that collections of several machines stand side by side. Throws RowSinkError.
 */
export function placeOfCollection(address, folder) {
    const name = path.basename(path.resolve(folder));
    writablePlace(address);
    if (!isCollectorName(name))
        throw new RowSinkError(`the folder's name, ${JSON.stringify(name)}, is what its copy in the store is called: ` +
            "use small letters, digits and dashes, 63 at most");
    return `${address.replace(/\/+$/, "")}/${name}`;
}
/**
 * Takes the name of a collection in the store before anything is sent, so that wrong credentials, a
 * missing bucket or a name in use are told in time. Throws RowSinkError.
 */
export async function claimPlace(address, folder, s3 = {}) {
    const name = path.basename(placeOfCollection(address, folder));
    const access = await openS3(s3, new AbortController().signal);
    try {
        await claimName(access, writablePlace(address), name);
    }
    catch (error) {
        throw sinkError(error, address);
    }
    finally {
        access.client.destroy();
    }
}
/**
 * Copies a finished collection to its place. What could not be sent stays in the folder, and the
 * message says how to send it.
 */
export async function storeCollection(folder, address, s3 = {}) {
    const place = placeOfCollection(address, folder);
    try {
        return await pushFolder(folder, place, s3);
    }
    catch (error) {
        if (!(error instanceof RowSinkError))
            throw error;
        throw new RowSinkError(`${error.message}; every row is in ${folder}: send them with study push ${folder} ${place}`, { cause: error });
    }
}
//# sourceMappingURL=collection-store.js.map