import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
const CHANNELS = ["shell", "iopub", "stdin", "control", "hb"];
/** The path of a Unix socket has to fit in 108 bytes, in 104 on macOS. */
const LONGEST_SOCKET_PATH = 100;
/**
 * Makes the meeting point: Unix sockets in a folder only this user can read, or 127.0.0.1 where
 * those cannot be had.
 */
export async function createConnection() {
    const folder = mkdtempSync(path.join(os.tmpdir(), "study-kernel-"));
    const socket = path.join(folder, "s");
    const local = process.platform !== "win32" && Buffer.byteLength(socket) + 2 <= LONGEST_SOCKET_PATH;
    const ip = local ? socket : "127.0.0.1";
    const transport = local ? "ipc" : "tcp";
    const numbers = local ? CHANNELS.map((_, index) => index + 1) : await freePorts(CHANNELS.length);
    const ports = Object.fromEntries(CHANNELS.map((channel, index) => [channel, numbers[index]]));
    const key = randomUUID();
    const file = path.join(folder, "connection.json");
    const portFields = Object.fromEntries(CHANNELS.map((channel) => [`${channel}_port`, ports[channel]]));
    writeFileSync(file, JSON.stringify({
        transport,
        ip,
        ...portFields,
        key,
        signature_scheme: "hmac-sha256",
        kernel_name: "tslab",
    }), { mode: 0o600 });
    const remove = () => {
        process.off("exit", remove);
        rmSync(folder, { recursive: true, force: true });
    };
    process.on("exit", remove); // should this program end without having shut the kernel down
    return { file, key, address: (channel) => `${transport}://${ip}:${ports[channel]}`, remove };
}
/** Ports nobody listens on, all held open until the last is known so that none comes twice. */
async function freePorts(count) {
    const servers = await Promise.all(Array.from({ length: count }, async () => {
        const server = createServer();
        await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
        return server;
    }));
    const ports = servers.map((server) => server.address().port);
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    return ports;
}
//# sourceMappingURL=connection.js.map