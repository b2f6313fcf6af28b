import assert from "node:assert/strict";
import { test } from "node:test";
import { latexText } from "lib/exports";

test("LaTeX obeys nothing that stands in a text", () => {
  assert.equal(
    latexText("100 % of $5 & #3 {a_b}^~\\input|x <y>"),
    "100 \\% of \\$5 \\& \\#3 \\{a\\_b\\}\\textasciicircum{}\\textasciitilde{}" +
      "\\textbackslash{}input\\textbar{}x \\textless{}y\\textgreater{}",
  );
  for (const character of "\\{}$&#_%^~") {
    const escaped = latexText(character);
    assert.ok(escaped.startsWith("\\") && escaped.length > 1, escaped);
  }
});

test("signs of the pages get what Latin fonts have; no character is lost", () => {
  assert.equal(latexText("1–2 × ∞ ≥ 3"), "1--2 $\\times$ $\\infty$ $\\geq$ 3");
  assert.equal(latexText("é 中\u0007x"), "é U+4E2D x");
});
