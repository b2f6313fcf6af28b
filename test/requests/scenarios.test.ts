import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRequests, runAudit } from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import {
  MISSING,
  patternNames,
  readRequests,
  requestsFromArrow,
  requestsTable,
  requestsToArrow,
  windowNames,
} from "lib/requests";
import { line, logFolder } from "./log-folder.js";

const OWN = {
  windows: [{ name: "day", hours: [6, 22] }, { name: "night", hours: [22, 6] }, { name: "fair" }],
  patterns: ["steady", "sale"],
} as const;

test("a window or pattern that nobody declared is a name of its own, and is told of", async (t) => {
  const folder = logFolder(t, {
    "a.jsonl":
      line({ time_window: "morning", load_pattern: "steady" }) +
      line({ time_window: undefined, load_pattern: "unknown" }) +
      line({ time_window: "evening" }),
  });
  const { requests, notes } = await readRequests(folder);
  assert.deepEqual([...requests.timeWindow], [6, MISSING, 3]);
  assert.deepEqual([...requests.loadPattern], [4, MISSING, 0]);
  assert.deepEqual(windowNames(requests).slice(3), ["evening", "late_night", "other", "morning"]);
  assert.deepEqual(patternNames(requests).slice(3), ["ramp_load", "steady"]);
  assert.deepEqual(notes, [
    'time_window "morning" is not declared (1 rows): a name of its own; to give it its place, ' +
      "list it under windows in the study file",
    'load_pattern "steady" is not declared (1 rows): a name of its own; to give it its place, ' +
      "list it under patterns in the study file",
  ]);
  // 08:15 in UTC, 13:15 in the place.
  const there = await readRequests(folder, { utcOffsetMinutes: 300 });
  assert.deepEqual([...there.requests.timeWindow], [6, 2, 3]);
});

test("where no row has a name of the thesis, the log's own names are all there are", async (t) => {
  const folder = logFolder(t, {
    "a.jsonl": ["b", "a", "b", null]
      .map((name) => line({ time_window: name, load_pattern: name }))
      .join(""),
  });
  const { requests } = await readRequests(folder);
  assert.deepEqual(
    [windowNames(requests), patternNames(requests)],
    [
      ["b", "a"],
      ["b", "a"],
    ],
  );
  assert.deepEqual([...requests.timeWindow], [0, 1, 0, MISSING]);
  const again = requestsFromArrow(requestsToArrow(requests));
  assert.deepEqual([windowNames(again), again.timeWindow], [["b", "a"], requests.timeWindow]);
});

test("declared windows and patterns have their codes in the order of the declaration", async (t) => {
  const hours = ["05", "06", "21", "22"];
  const folder = logFolder(t, {
    "a.jsonl": [
      ...["fair", "night"].map((name) => line({ time_window: name, load_pattern: "sale" })),
      ...hours.map((hour) =>
        line({ time_window: "", timestamp: `2025-11-22T${hour}:59:59Z`, load_pattern: "strange" }),
      ),
    ].join(""),
  });
  const { requests, notes } = await readRequests(folder, { ...OWN, utcOffsetMinutes: 0 });
  assert.deepEqual([...requests.timeWindow], [2, 1, 1, 0, 0, 1]);
  assert.deepEqual(windowNames(requests), ["day", "night", "fair", "other"]);
  assert.deepEqual([...requests.loadPattern], [1, 1, 2, 2, 2, 2]);
  assert.deepEqual(patternNames(requests), ["steady", "sale", "strange"]);
  assert.equal(notes.length, 1);
  assert.match(notes[0], /^load_pattern "strange" is not declared \(4 rows\)/);
  assert.deepEqual(requestsTable(requests).array("timeWindow").slice(0, 2), ["fair", "night"]);
});

test("a campaign in Arrow columns takes what is declared, too", async (t) => {
  const folder = logFolder(t, {
    "a.jsonl": ["midday", "night", null, "evening"]
      .map((name) => line({ time_window: name, load_pattern: name }))
      .join(""),
  });
  const { requests } = await readRequests(folder);
  const named = windowNames(requests);
  const parts = logFolder(t, { "requests-00001.arrow": requestsToArrow(requests) });
  const own = await readRequests(parts, OWN);
  assert.deepEqual(windowNames(own.requests), [
    "day",
    "night",
    "fair",
    "other",
    "midday",
    "evening",
  ]);
  assert.deepEqual([...own.requests.timeWindow], [4, 1, MISSING, 5]);
  assert.deepEqual(own.requests.windows![1].hours, [22, 6]);
  assert.deepEqual([...own.requests.loadPattern], [2, 3, MISSING, 4]);
  const same = await readRequests(parts);
  assert.deepEqual(
    [windowNames(same.requests), same.requests.timeWindow],
    [named, requests.timeWindow],
  );
});

test("a log whose windows all differ has only so many", async (t) => {
  const names = Array.from({ length: 60 }, (_, i) => line({ time_window: `w${i}` }));
  const folder = logFolder(t, { "a.jsonl": [...names, line()].join("") });
  const { requests, notes } = await readRequests(folder);
  assert.equal(windowNames(requests).length, 56);
  assert.equal(requests.timeWindow.filter((code) => code === MISSING).length, 10);
  assert.match(notes.at(-1)!, /^time_window \(others\): too many names .* in 10 rows$/);
});

test("the audit asks for declared windows that are missing, and judges by what it was told", async (t) => {
  const at = (hour: number, name: string): string =>
    Array.from({ length: 40 }, (_, i) =>
      line({
        time_window: name,
        load_pattern: "steady",
        timestamp: `2025-11-22T${String(hour).padStart(2, "0")}:${10 + (i % 40)}:00Z`,
      }),
    ).join("");
  const folder = logFolder(t, { "a.jsonl": at(7, "day") + at(12, "night") + at(15, "day") });
  const checks = async (options: object): Promise<Record<string, { [key: string]: unknown }>> => {
    const { requests } = await readRequests(folder, options);
    const { checks: all } = runAudit(auditRequests(requests, { labelling: THESIS_TERMS }), {
      only: ["time-windows", "windows-clock", "load-patterns", "pattern-arrivals"],
    });
    return Object.fromEntries(all.map((check) => [check.id, { ...check }]));
  };
  const told = await checks(OWN);
  assert.match(String(told["time-windows"].advice), /^Collect in fair too/);
  // A night between two days of eight hours: no time zone has all three in their windows.
  assert.equal(told["windows-clock"].value, 2 / 3);
  assert.match(String(told["load-patterns"].advice), /^Run sale too/);
  assert.match(
    String(told["pattern-arrivals"].evidence),
    /^What arrivals steady and sale should show/,
  );
  const untold = await checks({});
  assert.match(String(untold["time-windows"].advice), /^Collect at other times of the day too/);
  assert.match(String(untold["windows-clock"].evidence), /which hours belong to day and night\./);
  assert.match(String(untold["load-patterns"].advice), /^Run another load too/);
});
