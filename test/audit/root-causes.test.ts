import assert from "node:assert/strict";
import { test } from "node:test";
import {
  auditRequests,
  CAUSES,
  offendingRows,
  rootCauses,
  runAudit,
  SUITE,
  type CheckResult,
} from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import { readRequests } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";

function check(id: string, verdict: CheckResult["verdict"], value: number | null = 0): CheckResult {
  const { group, question } = SUITE.find((one) => one.id === id)!;
  const words = { threshold: "none", evidence: `evidence of ${id}`, advice: `mend ${id}` };
  const nothing = { interval: null, offenders: [], table: null, figure: null };
  return { id, group, question, verdict, value, ...words, ...nothing };
}
const found = (checks: CheckResult[], accepted = {}): [string, string[], string[]][] =>
  rootCauses({ rows: 100, checks, accepted }).map(({ id, fails, warns }) => [id, fails, warns]);

test("a check is under the first cause that applies and explains it, whatever its place", () => {
  assert.deepEqual(
    found([
      check("payload-sizes", "fail", 1),
      check("balance", "warn"),
      check("near-duplicates", "warn"),
      check("headroom", "fail"),
      check("missing-at-random", "fail"),
      check("time-windows", "fail"),
      check("label-sensitivity", "fail"),
    ]),
    [
      ["lost-requests", ["missing-at-random"], ["balance"]],
      ["one-size", ["payload-sizes", "headroom"], ["near-duplicates"]],
      ["load-in-name-only", ["time-windows"], []],
      ["unsettled-label", ["label-sensitivity"], []],
    ],
  );
});

test("a failing check that no cause explains stands alone, with its own advice", () => {
  const [alone] = rootCauses({ rows: 10, checks: [check("field-types", "fail")] });
  assert.deepEqual([alone.id, alone.fails, alone.cost], ["field-types", ["field-types"], null]);
  assert.deepEqual([alone.evidence, alone.remedy], ["evidence of field-types", "mend field-types"]);
  // Too many cold starts are no sign of a load that never rests.
  const rates = [check("time-windows", "fail"), check("cold-starts", "fail", 0.4)];
  assert.deepEqual(
    found(rates).map(([id]) => id),
    ["load-in-name-only", "cold-starts"],
  );
  assert.deepEqual(found([check("balance", "warn"), check("power", "pass")]), []);
});

test("an accepted finding stays in its cause, fails nothing, and goes behind the others", () => {
  const checks = [check("missing-at-random", "fail"), check("memory-declared", "fail")];
  const accepted = { "missing-at-random": "known" };
  const causes = rootCauses({ rows: 10, checks, accepted });
  assert.deepEqual(
    causes.map(({ id, verdict }) => [id, verdict]),
    [
      ["not-as-declared", "fail"],
      ["lost-requests", "pass"],
    ],
  );
});

test("the causes name checks of the suite only, and each has a way to be shown", () => {
  const ids = new Set(SUITE.map(({ id }) => id));
  for (const cause of CAUSES) {
    const explained = cause.explains.map((one) => (typeof one === "string" ? one : one[0]));
    for (const id of explained) assert.ok(ids.has(id), `${cause.id} names ${id}`);
    // At the values at which they fail, each explained check alone is either this cause's sign or
    // not; at least one of them is.
    const signs = explained.filter((id) => found([check(id, "fail", 0)])[0]?.[0] === cause.id);
    const high = explained.filter((id) => found([check(id, "fail", 1)])[0]?.[0] === cause.id);
    assert.ok(signs.length + high.length > 0, cause.id);
  }
});

test(
  "the findings on the variance run fall under five causes, none of them lost",
  needsSharedData("variance-run"),
  async () => {
    const { requests, fieldTypes } = await readRequests(sharedData("variance-run")!);
    const input = auditRequests(requests, { labelling: THESIS_TERMS, fieldTypes });
    const audit = runAudit(input);
    const causes = rootCauses(audit);
    assert.ok(causes.length <= 5, causes.map(({ id }) => id).join(", "));
    const failing = audit.checks.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
    assert.deepEqual(causes.flatMap(({ fails }) => fails).sort(), failing.sort());
    assert.deepEqual(
      causes.map(({ id }) => id),
      ["lost-requests", "client-link", "load-in-name-only", "not-as-declared", "nothing-to-learn"],
    );
    for (const { touches, cost } of causes) assert.ok(touches!.rows > 0 && cost !== null);
    // The rows that a check names are those it counted.
    const rows = new Map(
      offendingRows(
        input,
        SUITE.map(({ id }) => id),
      ).map(({ id, lines }) => [id, lines]),
    );
    const counted = (id: string): number =>
      audit.checks.find((one) => one.id === id)!.offenders.reduce((sum, o) => sum + o.count, 0);
    for (const id of ["unanswered", "memory-declared", "continued-runs", "duplicates"])
      assert.equal(rows.get(id)!.length, counted(id), id);
    assert.equal(rows.get("time-order")!.length, 0);
    const noise = audit.checks.find(({ id }) => id === "label-noise")!.value!;
    assert.equal(rows.get("label-noise")!.length, Math.round(noise * 88_161));
    assert.match(rows.get("unanswered")![0].file, /\.jsonl$/);
  },
);
