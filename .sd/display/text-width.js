/**
 * Advance widths of Helvetica (and Arial, which shares them) for the characters from space to
 * tilde, in thousandths of the font size: Adobe's published font metrics, Helvetica.afm. With a
 * fixed table a picture has the same bytes on a machine with other fonts, or with none.
 */
const HELVETICA = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/**
 * Fonts that stand in for Helvetica where it is missing (DejaVu Sans) are about this much wider.
 */
const SLACK = 1.12;
/** Room that a line of text takes, in px; a character outside the table counts as a digit. */
export function textWidth(text, fontSizePx) {
    let thousandths = 0;
    for (const character of text)
        thousandths += HELVETICA[character.codePointAt(0) - 32] ?? 556;
    return (thousandths * fontSizePx * SLACK) / 1000;
}
//# sourceMappingURL=text-width.js.map