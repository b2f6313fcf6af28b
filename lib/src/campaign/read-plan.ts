import path from "node:path";
import { InputError } from "../statistics/index.js";
import { checkPlan } from "./check-plan.js";
import { PlanError } from "./plan-error.js";
import type { CampaignPlan } from "./plan.js";
import { SHIPPED_PLANS, shippedPlan } from "./plans/index.js";
import { parseYaml, readYamlText } from "./yaml-file.js";

/**
 * A plan by the name it ships under, or from a YAML (or JSON) file. A file states a whole plan, or
 * `extends: variance` and what differs: groups of fields are merged, lists and single values
 * replaced. Throws a PlanError that says what is wrong where.
 */
export function readPlan(nameOrFile: string): CampaignPlan {
  if (Object.hasOwn(SHIPPED_PLANS, nameOrFile)) return SHIPPED_PLANS[nameOrFile];
  if (!/\.(ya?ml|json)$/.test(nameOrFile)) {
    throw new InputError(
      `"${nameOrFile}" is neither a plan that ships ` +
        `(${Object.keys(SHIPPED_PLANS).join(", ")}) nor a file that ends in .yml, .yaml or ` +
        ".json",
    );
  }
  const yaml = readYamlText(
    nameOrFile,
    "plan",
    `name a file that exists, or one of ${Object.keys(SHIPPED_PLANS).join(", ")}`,
  );
  return parsePlan(yaml, path.basename(nameOrFile));
}

/**
 * A plan from the text of a YAML file; `source` names it in errors, which tell the line where the
 * field, or its group, stands in it.
 */
export function parsePlan(yaml: string, source: string): CampaignPlan {
  const { value, lineOf } = parseYaml(yaml, source, "plan");
  try {
    return planOf(value, source);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { field, value: stated, needed } = error;
    throw new PlanError(source, field, stated, needed, lineOf(field));
  }
}

function planOf(stated: unknown, source: string): CampaignPlan {
  if (typeof stated !== "object" || stated === null || Array.isArray(stated))
    throw new PlanError(source, "", stated, "a group of fields");
  const { extends: base, ...fields } = stated as Record<string, unknown>;
  if (base === undefined) return checkPlan(fields, source);
  if (typeof base !== "string" || !Object.hasOwn(SHIPPED_PLANS, base))
    throw new PlanError(source, "extends", base, `one of ${Object.keys(SHIPPED_PLANS).join(", ")}`);
  return checkPlan(merge(shippedPlan(base), fields), source);
}

function merge(base: unknown, over: unknown): unknown {
  if (!isGroup(base) || !isGroup(over)) return over;
  // A keep-alive law brings its own fields; merging two laws would make neither.
  if ("law" in over) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over))
    merged[name] = Object.hasOwn(base, name) ? merge(base[name], value) : value;
  return merged;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
