/**
 * Cholesky's factor of a symmetric positive semi-definite matrix (row-major, size x size). A
 * variable whose pivot falls below `tolerance` times its diagonal is aliased, as in R's `glm`: it
 * is left out, and the rest is factored as if it were not there. Throws on a diagonal that is not
 * finite or is negative.
 */
export function cholesky(matrix, size, tolerance = 1e-11) {
    const lower = new Float64Array(size * size);
    const aliased = new Uint8Array(size);
    for (let i = 0; i < size; i++) {
        const diagonal = matrix[i * size + i];
        if (!(diagonal >= 0 && diagonal < Infinity))
            throw new RangeError(`the matrix has ${diagonal} on its diagonal at ${i}; it must be finite and not negative`);
        for (let j = 0; j <= i; j++) {
            if (j < i && aliased[j])
                continue;
            let sum = matrix[i * size + j];
            for (let k = 0; k < j; k++)
                sum -= lower[i * size + k] * lower[j * size + k];
            if (j < i)
                lower[i * size + j] = sum / lower[j * size + j];
            else if (sum > tolerance * diagonal)
                lower[i * size + i] = Math.sqrt(sum);
            else
                aliased[i] = 1;
        }
        if (aliased[i])
            lower.fill(0, i * size, (i + 1) * size);
    }
    return { size, lower, aliased };
}
/** x with A x = b; 0 for aliased variables. */
export function solveCholesky({ size, lower, aliased }, b) {
    const x = new Float64Array(size);
    for (let i = 0; i < size; i++) {
        if (aliased[i])
            continue;
        let sum = b[i];
        for (let k = 0; k < i; k++)
            sum -= lower[i * size + k] * x[k];
        x[i] = sum / lower[i * size + i];
    }
    for (let i = size - 1; i >= 0; i--) {
        if (aliased[i])
            continue;
        let sum = x[i];
        for (let k = i + 1; k < size; k++)
            sum -= lower[k * size + i] * x[k];
        x[i] = sum / lower[i * size + i];
    }
    return x;
}
/** The inverse of A (row-major), with NaN in the rows and columns of aliased variables. */
export function invertCholesky(factor) {
    const { size, aliased } = factor;
    const inverse = new Float64Array(size * size);
    const unit = new Float64Array(size);
    for (let column = 0; column < size; column++) {
        unit.fill(0);
        unit[column] = 1;
        const x = solveCholesky(factor, unit);
        for (let row = 0; row < size; row++)
            inverse[row * size + column] = aliased[row] || aliased[column] ? NaN : x[row];
    }
    return inverse;
}
//# sourceMappingURL=cholesky.js.map