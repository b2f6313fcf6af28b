/** A model's answers judged: 1 where it was right, in the order of its rows. */
export function rightAnswers(data, { name, rows, probability }) {
    const { label } = data.table;
    if (rows.length !== probability.length)
        throw new RangeError(`${name} has ${probability.length} predictions for ${rows.length} rows`);
    return Uint8Array.from(rows, (row, i) => {
        if (row >= label.length)
            throw new RangeError(`${name} predicts row ${row} of a table of ${label.length} rows`);
        return Number(Number(probability[i] > 0.5) === label[row]);
    });
}
export function sum(values) {
    let total = 0;
    for (let i = 0; i < values.length; i++)
        total += values[i];
    return total;
}
//# sourceMappingURL=answers.js.map