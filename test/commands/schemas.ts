import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";

/** Asserts that a value has the shape `lib/schemas/<name>.schema.json` promises. */
export function assertShape(name: "audit" | "label" | "run", value: unknown): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const schema = JSON.parse(
    readFileSync(path.join("lib", "schemas", `${name}.schema.json`), "utf8"),
  ) as object;
  assert.ok(ajv.validate(schema, value), ajv.errorsText());
}
