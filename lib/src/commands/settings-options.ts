import { readSettings, type Settings, type SettingsSource } from "../settings/index.js";
import { typedPath, type Arguments, type OptionSpec } from "./command.js";

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

/** Where the settings are stated. */
export function settingsSource(args: Arguments): SettingsSource {
  const config = args.text("config");
  return {
    config: config && typedPath(config),
    set: args.texts("set"),
  };
}

export function settingsOf(args: Arguments): Settings {
  return readSettings(settingsSource(args));
}
