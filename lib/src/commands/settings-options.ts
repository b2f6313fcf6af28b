import { readSettings, type Settings, type SettingsSource } from "../settings/index.js";
import { typedPath, UsageError, type Arguments, type OptionSpec } from "./command.js";

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

/** Refuses what is said of logs and of their study where a command was given none. */
export function refuseWithoutLogs(
  args: Arguments,
  ofLogs: Readonly<Record<string, OptionSpec>>,
): void {
  for (const [option, { multiple }] of Object.entries({ ...SETTINGS_OPTIONS, ...ofLogs }))
    if (multiple ? args.texts(option).length > 0 : args.text(option) !== undefined)
      throw new UsageError(
        `--${option} says something of logs; name them with --like LOGS, or leave it out`,
      );
}
