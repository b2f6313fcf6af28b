import path from "node:path";
import { readSettings, type Settings, type SettingsSource } from "../settings/index.js";
import type { Arguments, OptionSpec } from "./command.js";

/** The options by which every command that reads logs is told what the study is about. */
export const SETTINGS_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  config: {
    type: "string",
    value: "FILE",
    help: "what the study is about: workloads, prices, label, features ... (see `study schema`)",
  },
  set: {
    type: "string",
    multiple: true,
    value: "OPTION=VALUE",
    help: "an option in place of the file's: label.margin=0.15 (repeatable)",
  },
};

/**
 * Where the settings are stated. A path is the user's, from where the command was typed (npm
 * changes to the root and keeps that in INIT_CWD).
 */
export function settingsSource(args: Arguments): SettingsSource {
  const config = args.text("config");
  return {
    config: config && path.resolve(process.env.INIT_CWD ?? process.cwd(), config),
    set: args.texts("set"),
  };
}

export function settingsOf(args: Arguments): Settings {
  return readSettings(settingsSource(args));
}
