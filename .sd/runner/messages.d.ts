/** One message of the Jupyter protocol, as far as a client reads it. */
export interface Message {
    type: string;
    /**
     * Id of the request that this message answers or belongs to; undefined where it belongs to none.
     */
    parentId: string | undefined;
    content: Record<string, any>;
}
/** Frames of a new request, signed with `key` (HMAC-SHA-256), and the id its answers will carry. */
export declare function encodeRequest(type: string, content: object, session: string, key: string): {
    id: string;
    frames: string[];
};
/**
 * Reads the frames of one message. Throws where they are not a message, or not signed with `key`.
 */
export declare function decodeMessage(frames: Buffer[], key: string): Message;
