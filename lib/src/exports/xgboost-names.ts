import { csvText } from "./csv-text.js";

/**
 * What no column of XGBoost may carry in its name ("[", "]", "<"), and what its reader of JSON or a
 * line of CSV does not keep as it is: control characters, and halves of surrogate pairs.
 */
const REFUSED = /[[\]<\p{Cc}\p{Cs}\u2028\u2029]/gu;

/**
 * Columns' names as XGBoost takes them, in their order: what it refuses becomes "_", what a
 * spreadsheet would take for a formula gets an apostrophe, and a name that is taken by then (or is
 * one of `reserved`) a number.
 */
export function xgboostNames(names: readonly string[], reserved: readonly string[] = []): string[] {
  const plain = names.map((name) => csvText(name.replace(REFUSED, "_")) || "column");
  // A name that needs no change keeps it, whatever becomes of those before it.
  const kept = plain.map(
    (name, at) => name === names[at] && names.indexOf(name) === at && !reserved.includes(name),
  );
  const taken = new Set([...reserved, ...names.filter((_, at) => kept[at])]);
  return plain.map((name, at) => {
    if (kept[at]) return name;
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name}_${number}`;
    taken.add(own);
    return own;
  });
}
