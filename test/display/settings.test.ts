import assert from "node:assert/strict";
import { test } from "node:test";
import { showSettings } from "lib/display";
import { readSettings } from "lib/settings";
import { notebookOutputs } from "./notebook-outputs.js";

test("a study of feedback says on every notebook that what it shows is no promise for a router", (t) => {
  const shown = (features: string): string =>
    JSON.stringify(
      notebookOutputs(t, () =>
        showSettings({ settings: readSettings({ set: [`features=${features}`] }), seed: 1 }),
      ),
    );
  assert.match(shown("author,feedback"), /sees that one alone and changes what it sees/);
  assert.doesNotMatch(shown("author,state"), /sees that one alone/);
});
