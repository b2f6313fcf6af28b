/** The author's bodies: 50 bytes of JSON round the payload (fitted to his logs). */
export const BODY_WRAPPER_BYTES = 50;
/** Bytes of the body of a request with a payload of so many KiB. */
export function bodyBytes(payloadKb) {
    return Math.round(payloadKb * 1024) + BODY_WRAPPER_BYTES;
}
//# sourceMappingURL=plan.js.map