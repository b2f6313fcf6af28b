import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeGate } from "lib/campaign";
import { formatGateValue, formatInterval, formatNumber, type NumberFormat } from "lib/display";

test("numbers are written with their unit, grouped in thousands", () => {
  const cases: [number | null | undefined, NumberFormat, string][] = [
    [88286, "count", "88,286"],
    [1234567.5, "count", "1,234,567.50"],
    [0.69481, "share", "69.5 %"],
    [-0.00001, "share", "0.0 %"],
    [0.0263, "points", "2.6 points"],
    [3.14159, "ms", "3.14 ms"],
    [123.45, "ms", "123.5 ms"],
    [12345.6, "ms", "12,346 ms"],
    [0.0000012, "usdPerMillion", "1.20 USD per million"],
    [1234.5, "usd", "1,234.50 USD"],
    [0.04656, "usd", "0.0466 USD"],
    [2730.67, "kib", "2,730.67 KiB"],
    [200, "kib", "200 KiB"],
    [0.5, "number", "0.5"],
    [-1234, "number", "-1,234"],
    [NaN, "share", "–"],
    [null, "ms", "–"],
    [undefined, "count", "–"],
    [-Infinity, "ms", "-∞"],
  ];
  for (const [value, format, text] of cases)
    assert.equal(formatNumber(value, format), text, `${value} as ${format}`);
});

test("an estimate is written with its interval, the unit once", () => {
  assert.equal(
    formatInterval({ estimate: 0.695, low: 0.6911, high: 0.6989, level: 0.95 }, "share"),
    "69.5 % [69.1, 69.9]",
  );
  assert.equal(
    formatInterval({ estimate: 2e-6, low: 1e-6, high: 3e-6, level: 0.95 }, "usdPerMillion"),
    "2.00 USD per million [1.00, 3.00]",
  );
});

test("a gate's value is written in the gate's unit", () => {
  assert.equal(formatGateValue(judgeGate("accuracy", 0.6948, "")), "69.5 %");
  assert.equal(formatGateValue(judgeGate("model-size", 1.234, "")), "1.23 MB");
  assert.equal(formatGateValue(judgeGate("label-spread", 0.3, "")), "0.3");
  assert.equal(formatGateValue(judgeGate("cold-starts", null, "none were logged")), "–");
});
