const SIZE = 624;
const MIDDLE = 397;
/** `numpy.random.RandomState(seed)` for a whole number from 0 to 2^32 - 1. */
export function numpyRandom(seed) {
    if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
        throw new RangeError(`a NumPy seed is a whole number from 0 to 2^32 - 1, not ${seed}`);
    const state = new Uint32Array(SIZE);
    state[0] = seed;
    for (let i = 1; i < SIZE; i++)
        state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    let position = SIZE;
    const twist = () => {
        for (let i = 0; i < SIZE; i++) {
            const y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
        }
        position = 0;
    };
    const bits = () => {
        if (position === SIZE)
            twist();
        let y = state[position++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return (y ^ (y >>> 18)) >>> 0;
    };
    /**
     * Uniform on 0 … max: the lowest bits that can hold max, drawn again until they do not exceed it.
     */
    const upTo = (max) => {
        const mask = 2 ** (32 - Math.clz32(max)) - 1;
        for (;;) {
            const value = (bits() & mask) >>> 0;
            if (value <= max)
                return value;
        }
    };
    return {
        permutation(items) {
            const copy = Uint32Array.from(items);
            for (let i = copy.length - 1; i > 0; i--) {
                const j = upTo(i);
                const kept = copy[i];
                copy[i] = copy[j];
                copy[j] = kept;
            }
            return copy;
        },
    };
}
//# sourceMappingURL=numpy-random.js.map