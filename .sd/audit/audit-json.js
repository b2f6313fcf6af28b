/**
 * An audit as plain JSON: numbers that are not finite (an interval without a bound, an empty place
 * of a figure) become null.
 */
export function auditJson({ verdict, rows, quarantined, name, kind, attainability, checks, }) {
    const lookup = ({ features, accuracy }) => ({ features, accuracy });
    const floor = attainability && {
        constant: attainability.constant,
        best1: lookup(attainability.best1),
        best2: lookup(attainability.best2),
        best3: lookup(attainability.best3),
        ceiling: attainability.ceiling,
        distinctVectors: attainability.distinctVectors,
    };
    return JSON.parse(JSON.stringify({ verdict, rows, quarantined, name, kind, attainability: floor, checks }));
}
//# sourceMappingURL=audit-json.js.map