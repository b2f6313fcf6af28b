import { TOP_FIELDS } from "../field-types.js";
import type { ClientFormat } from "./format.js";

/** The study's own: one JSON object a line, see README, Logs. */
export const JSONL: ClientFormat = {
  id: "jsonl",
  title: "JSON lines with the study's fields (or a mapping to them)",
  documentedAt: "README.md, Logs",
  side: "client",
  framing: "json",
  recognises: ({ objects }) =>
    objects.length > 0 && TOP_FIELDS.filter((name) => Object.hasOwn(objects[0], name)).length >= 3,
};
