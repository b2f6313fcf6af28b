/** One line of CSV (RFC 4180): a field with a comma, a quote or a line break stands in quotes. */
export function csvLine(fields) {
    const quoted = fields.map((field) => /[",\r\n]/.test(String(field)) ? `"${String(field).replace(/"/g, '""')}"` : String(field));
    return quoted.join(",") + "\n";
}
//# sourceMappingURL=csv-line.js.map