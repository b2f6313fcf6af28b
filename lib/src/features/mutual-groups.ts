import { FEEDBACK_FIELDS } from "../requests/index.js";
import { codeColumn, codeRows } from "../statistics/index.js";
import type { FeatureTable } from "./table.js";

/** Features that are one variable under several names, or one thing that is known. */
export interface MutualGroup {
  name: string;
  features: string[];
}

/**
 * Puts features together that determine each other on these rows (a size, its square and its
 * logarithm): each group is one variable, named after its first feature. Constant columns form a
 * group of their own. Columns of the feedback form the groups that its fields name ("in flight",
 * "recent answers"): one thing that a client knows, of both platforms.
 */
export function mutualGroups(features: FeatureTable): MutualGroup[] {
  const groups: { members: number[]; codes: Uint32Array; count: number }[] = [];
  const fed = new Map<string, number[]>();
  features.columns.forEach((column, f) => {
    const field = FEEDBACK_FIELDS.find(({ name }) => name === features.names[f]);
    if (field) return void fed.set(field.group, [...(fed.get(field.group) ?? []), f]);
    const { codeOfRow, codeCount } = codeColumn(column, features.rowCount);
    // Two columns determine each other when each has as many values as the two together.
    const same = groups.find(
      ({ codes, count }) =>
        count === codeCount &&
        codeRows([codes, codeOfRow], features.rowCount).codeCount === codeCount,
    );
    if (same) same.members.push(f);
    else groups.push({ members: [f], codes: codeOfRow, count: codeCount });
  });
  const named = (members: readonly number[]): string[] => members.map((f) => features.names[f]);
  return [
    ...groups.map(({ members }) => ({
      name: features.names[members[0]] + (members.length > 1 ? ` (+${members.length - 1})` : ""),
      features: named(members),
    })),
    ...Array.from(fed, ([name, members]) => ({ name, features: named(members) })),
  ];
}
