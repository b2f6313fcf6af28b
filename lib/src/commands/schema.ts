import { studySchema } from "../settings/index.js";
import { DONE, outJson, type Command } from "./command.js";

export const schemaCommand: Command = {
  name: "schema",
  summary:
    "Prints the JSON Schema of a study file (study.yaml), which editors take; shipped as " +
    "lib/schemas/study.schema.json.",
  positionals: "",
  maxPositionals: 0,
  options: {},
  run() {
    outJson(studySchema());
    return Promise.resolve(DONE);
  },
};
