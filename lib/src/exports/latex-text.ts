/** Characters that LaTeX obeys, as text. */
const OBEYED: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  "'": "\\textquotesingle{}",
};

/** Signs that pdfLaTeX's Latin fonts lack, by what stands for them. */
const SIGNS: Readonly<Record<string, string>> = {
  "\u00a0": "~",
  "\u202f": "\\,",
  "\u2009": "\\,",
  "–": "--",
  "—": "---",
  "−": "$-$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "±": "$\\pm$",
  "∞": "$\\infty$",
  "≤": "$\\leq$",
  "≥": "$\\geq$",
  "≈": "$\\approx$",
  "≠": "$\\neq$",
  "→": "$\\rightarrow$",
  "←": "$\\leftarrow$",
  µ: "$\\mu$",
  μ: "$\\mu$",
  "²": "$^2$",
  "³": "$^3$",
  "…": "\\ldots{}",
  "‘": "`",
  "’": "'",
  "“": "``",
  "”": "''",
  "✓": "$\\checkmark$",
  "✗": "$\\times$",
};

/**
 * Text as LaTeX prints it, whatever is in it: with T1 or UTF-8 fonts, and the packages textcomp and
 * amssymb. Control characters become spaces; a character that Latin fonts do not have is written by
 * its number ("U+4E2D"), so that none is lost and none stops the compiler.
 */
export function latexText(text: string): string {
  return [...text].map(latexCharacter).join("");
}

function latexCharacter(character: string): string {
  const known = OBEYED[character] ?? SIGNS[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0)!;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return " ";
  // Latin-1 and Latin Extended-A, which T1 fonts hold.
  if (code < 0x180) return character;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
