/** What stands for NAME|FILE in the help of every command that takes a plan. */
export declare const PLAN_NAMES: string;
