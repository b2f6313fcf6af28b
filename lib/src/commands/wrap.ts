/** Columns of a terminal that text is set in. */
const WIDTH = 120;

/** A number stays with its unit. */
const BREAKS = / (?!%|(?:ms|s|KiB|MB|points|USD)\b)/;

/**
 * Lines of at most 120 columns, broken between words; a word longer than a line stays whole.
 * `first` leads the first line, `others` the rest.
 */
export function wrap(text: string, first = "", others = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(BREAKS)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = others;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
