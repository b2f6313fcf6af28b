/**
 * Where a kernel and its client meet: the connection file of the Jupyter protocol and the folder it
 * lies in.
 */
export interface Connection {
    /** Path of the connection file, to be given to the kernel. */
    file: string;
    /** HMAC key of the messages. */
    key: string;
    address(channel: Channel): string;
    /** Removes the folder with the file and the sockets. */
    remove(): void;
}
export type Channel = "shell" | "iopub" | "stdin" | "control" | "hb";
/**
 * Makes the meeting point: Unix sockets in a folder only this user can read, or 127.0.0.1 where
 * those cannot be had.
 */
export declare function createConnection(): Promise<Connection>;
