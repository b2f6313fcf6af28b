import { type Command } from "./command.js";
export declare const label: Command;
