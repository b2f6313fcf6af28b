import { type Check } from "../check.js";
/**
 * The ECS task as it was declared (by the plan, else the author's sizes) against what the logs
 * record: its memory limit, where one is logged; and memory used beyond the declared limit, which
 * no task of that size could have used. The vCPU share stands in no log of either format.
 */
export declare const taskDeclared: Check;
