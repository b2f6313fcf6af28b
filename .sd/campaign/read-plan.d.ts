import type { CampaignPlan } from "./plan.js";
/**
 * A plan by the name it ships under, or from a YAML (or JSON) file. A file states a whole plan, or
 * `extends: variance` and what differs: groups of fields are merged, lists and single values
 * replaced. Throws a PlanError that says what is wrong where.
 */
export declare function readPlan(nameOrFile: string): CampaignPlan;
/**
 * A plan from the text of a YAML file; `source` names it in errors, which tell the line where the
 * field, or its group, stands in it.
 */
export declare function parsePlan(yaml: string, source: string): CampaignPlan;
