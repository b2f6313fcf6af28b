import type { Random } from "../statistics/index.js";
/**
 * A JPEG of exactly `bytes` bytes: a landscape of soft shapes and grain, as large (4:3) as fits.
 * The few per cent that are missing are zeros after its end, which decoders pass over. Throws a
 * RangeError where not even eight pixels fit.
 */
export declare function pictureOfBytes(bytes: number, random: Random): Promise<Buffer>;
