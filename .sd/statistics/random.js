/**
 * A generator for `seed` (any string or number): sfc32 of PractRand, its state filled by hashing
 * the seed.
 */
export function createRandom(seed) {
    const state = hashSeed(String(seed));
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let counter = 1;
    const bits = () => {
        const t = (((a + b) | 0) + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + t) | 0;
        return t >>> 0;
    };
    for (let i = 0; i < 15; i++)
        bits();
    const uniform = () => bits() / 4294967296;
    // A second normal comes out of every accepted pair; it is kept for the next call.
    let spareNormal = NaN;
    const normal = () => {
        if (!Number.isNaN(spareNormal)) {
            const value = spareNormal;
            spareNormal = NaN;
            return value;
        }
        for (;;) {
            const u = 2 * uniform() - 1;
            const v = 2 * uniform() - 1;
            const s = u * u + v * v;
            if (s > 0 && s < 1) {
                const factor = Math.sqrt((-2 * Math.log(s)) / s);
                spareNormal = v * factor;
                return u * factor;
            }
        }
    };
    const gamma = (shape) => {
        if (!(shape > 0))
            throw new RangeError(`the shape of a gamma distribution must be positive, not ${shape}`);
        // Below one: draw at shape + 1 and scale back by a power of a uniform (the same paper, section
        // 6).
        if (shape < 1)
            return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
        const d = shape - 1 / 3;
        const k = 1 / Math.sqrt(9 * d);
        for (;;) {
            const x = normal();
            const v = Math.pow(1 + k * x, 3);
            if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
                return d * v;
        }
    };
    const integer = (below) => Math.floor(uniform() * below);
    return {
        uniform,
        integer,
        normal,
        exponential: () => -Math.log(1 - uniform()),
        gamma,
        shuffle(items) {
            for (let i = items.length - 1; i > 0; i--) {
                const j = integer(i + 1);
                const kept = items[i];
                items[i] = items[j];
                items[j] = kept;
            }
            return items;
        },
        fork: (name) => createRandom(`${seed}/${name}`),
    };
}
/**
 * Three 32-bit words from a string (the mixing steps of MurmurHash3), so that near seeds give
 * unrelated streams.
 */
function hashSeed(seed) {
    let h = 1779033703 ^ seed.length;
    for (let i = 0; i < seed.length; i++) {
        h = Math.imul(h ^ seed.charCodeAt(i), 3432918353);
        h = (h << 13) | (h >>> 19);
    }
    const next = () => {
        h = Math.imul(h ^ (h >>> 16), 2246822507);
        h = Math.imul(h ^ (h >>> 13), 3266489909);
        return (h ^= h >>> 16) | 0;
    };
    return [next(), next(), next()];
}
//# sourceMappingURL=random.js.map