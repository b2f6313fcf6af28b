import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "lib/statistics";
import { parseTimestamp } from "lib/requests";

test("without a zone a time stamp is UTC, whatever the machine's zone", () => {
  const zone = process.env.TZ;
  try {
    process.env.TZ = "Pacific/Auckland";
    assert.equal(
      parseTimestamp("2025-11-22T19:35:46.558461"),
      Date.UTC(2025, 10, 22, 19, 35, 46) + 558.461,
    );
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("Z and offsets are honoured", () => {
  const utc = Date.UTC(2025, 10, 22, 19, 35, 46);
  for (const text of [
    "2025-11-22T19:35:46Z",
    "2025-11-22 19:35:46",
    "2025-11-22T21:05:46+01:30",
    "2025-11-22T14:35:46-0500",
    "2025-11-22T19:35:46.000000000+00:00",
  ]) {
    assert.equal(parseTimestamp(text), utc, text);
  }
});

test("equals Date.parse on 20,000 random dates with three digits and a Z", () => {
  const random = createRandom("time stamps");
  for (let i = 0; i < 20_000; i++) {
    const ms = Math.floor(random.uniform() * Date.UTC(2101, 0));
    assert.equal(parseTimestamp(new Date(ms).toISOString()), ms);
  }
});

test("every day of every month: the calendar's, and no other", () => {
  for (let year = 1970; year <= 2100; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T00:00:00`;
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
        assert.equal(parseTimestamp(text), exists ? date.getTime() : NaN, text);
      }
    }
  }
});

test("what is no time stamp is NaN", () => {
  for (const text of [
    "",
    "now",
    "0000-01-01T00:00:00",
    "1969-12-31T23:59:59",
    "2101-01-01T00:00:00",
    "1970-01-01T00:00:00+01:00",
    "2025-11-22",
    "2025-11-22T19:35",
    "2025-11-22T24:00:00",
    "2025-11-22T23:60:00",
    "2025-11-22T23:59:60",
    "2025-13-01T00:00:00",
    "2025-00-01T00:00:00",
    "2025-11-22T19:35:46.",
    "2025-11-22T19:35:46,5",
    "2025-11-22T19:35:46 Z",
    "2025-11-22T19:35:46ZZ",
    "2025-11-22T19:35:46+1",
    "2025-11-22T19:35:46+15:00",
    " 2025-11-22T19:35:46",
    "2025/11/22T19:35:46",
    "1763840139272",
  ])
    assert.ok(Number.isNaN(parseTimestamp(text)), text);
});
