/** Room that a line of text takes, in px; a character outside the table counts as a digit. */
export declare function textWidth(text: string, fontSizePx: number): number;
