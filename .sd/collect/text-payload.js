const VOCABULARY_WORDS = 4000;
/**
 * So many bytes of text of made-up words, frequent and rare ones: it compresses about 3:1, as prose
 * does.
 */
export function wordsOfBytes(bytes, random) {
    const vocabulary = Array.from({ length: VOCABULARY_WORDS }, () => word(random));
    const text = [];
    for (let length = 0; length < bytes;) {
        // The square makes early words frequent.
        const next = `${vocabulary[Math.floor(random.uniform() ** 2 * VOCABULARY_WORDS)]} `;
        text.push(next);
        length += next.length;
    }
    return Buffer.from(text.join("")).subarray(0, bytes);
}
/** Records for lightweight_api that take `bytes` of JSON at most, and as many as fit. */
export function recordsOfBytes(bytes, random) {
    const records = [];
    for (let length = "[]".length;;) {
        const record = {
            id: records.length + 1,
            name: word(random),
            amount: random.integer(100_000) / 100,
            tags: [word(random), word(random)],
        };
        length += JSON.stringify(record).length + 1;
        if (length > bytes)
            return records;
        records.push(record);
    }
}
function word(random) {
    return Array.from({ length: 2 + random.integer(9) }, () => String.fromCharCode(97 + random.integer(26))).join("");
}
//# sourceMappingURL=text-payload.js.map