/** Pixels a byte of such a JPEG, to begin the search with. */
const FIRST_GUESS_PIXELS_PER_BYTE = 3;
const LARGEST_WIDTH = 10_000;
const TRIES = 5;
/**
 * A JPEG of exactly `bytes` bytes: a landscape of soft shapes and grain, as large (4:3) as fits.
 * The few per cent that are missing are zeros after its end, which decoders pass over. Throws a
 * RangeError where not even eight pixels fit.
 */
export async function pictureOfBytes(bytes, random) {
    const seed = random.integer(2 ** 31);
    let width = Math.sqrt((bytes * FIRST_GUESS_PIXELS_PER_BYTE * 4) / 3);
    let best = null;
    for (let tried = 0; tried < TRIES || best === null; tried++) {
        const picture = await landscape(Math.max(8, Math.min(LARGEST_WIDTH, Math.floor(width))), random.fork(seed));
        if (picture.length <= bytes && picture.length > (best?.length ?? 0))
            best = picture;
        if (best && best.length > 0.98 * bytes)
            break;
        if (picture.length > bytes && width <= 8)
            throw new RangeError(`no picture fits into ${bytes} bytes; thumbnail_processing needs bodies of 1 KiB or more`);
        // Bytes grow with the area; a little less than the target, which must not be passed.
        width *= Math.sqrt((0.985 * bytes) / picture.length);
    }
    return Buffer.concat([best, Buffer.alloc(bytes - best.length)]);
}
async function landscape(width, random) {
    const { default: sharp } = await import("sharp");
    const height = Math.max(6, Math.round(width * 0.75));
    const coarseWidth = Math.max(4, width >> 2);
    const coarseHeight = Math.max(3, height >> 2);
    const pixels = Buffer.alloc(coarseWidth * coarseHeight * 3);
    for (let i = 0; i < pixels.length; i++)
        pixels[i] = 128 + 60 * Math.sin(i / (coarseWidth * 2.1)) + (random.uniform() * 50 - 25);
    const coarse = sharp(pixels, { raw: { width: coarseWidth, height: coarseHeight, channels: 3 } });
    return coarse.resize(width, height, { kernel: "cubic" }).jpeg({ quality: 85 }).toBuffer();
}
//# sourceMappingURL=picture-payload.js.map