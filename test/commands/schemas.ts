import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";

/** Asserts that a value has the shape `lib/schemas/<name>.schema.json` promises. */
export function assertShape(name: "audit" | "label" | "run", value: unknown): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const read = (file: string): object =>
    JSON.parse(readFileSync(path.join("lib", "schemas", file), "utf8")) as object;
  // Lists that stand there once, as that of the labelling schemes.
  ajv.addSchema(read("study.schema.json"), "study.schema.json");
  const schema = read(`${name}.schema.json`);
  assert.ok(ajv.validate(schema, value), ajv.errorsText());
}
