import { type CampaignPlan, type PlanDesign } from "../campaign/index.js";
import { type Command } from "./command.js";
export declare const plan: Command;
export declare function designText({ title }: CampaignPlan, { levels, pairs, runs, cells, expectedRequests, hours, days, bill, impossible }: PlanDesign): string;
