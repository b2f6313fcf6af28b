// Moves the page's numbers with its sliders. Every number is computed by the library's own function
// (WhatIf, bundled above); here they are only read, printed and drawn.
"use strict";

const data = JSON.parse(document.getElementById("what-if-data").textContent);
const control = (id) => document.getElementById(id);

function settings() {
  return {
    margin: Number(control("margin").value) / 100,
    clock: document.querySelector("input[name=clock]:checked").value,
    lambdaPriceFactor: 2 ** (Number(control("lambda-price").value) / 4),
    fargatePriceFactor: 2 ** (Number(control("fargate-price").value) / 4),
    sloLimit: Number(control("slo").value),
  };
}

const print = (value, digits, unit) =>
  Number.isFinite(value) ? `${value.toFixed(digits)}${unit}` : "–";
const percent = (share) => print(100 * share, 1, "\u00a0%");
const grouped = (value) =>
  Math.ceil(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");

/** Text of a table's cells; what has a data-value can be read in full by whoever checks it. */
function row(head, cells) {
  const line = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = head;
  line.append(name);
  for (const { text, value, share } of cells) {
    const cell = document.createElement("td");
    cell.textContent = text;
    cell.dataset.value = String(value);
    if (share !== undefined) {
      const bar = document.createElement("span");
      bar.className = "share";
      bar.style.setProperty("--share", Number.isFinite(share) ? String(share) : "0");
      cell.prepend(bar);
    }
    line.append(cell);
  }
  return line;
}

function fill(id, rows) {
  control(id).replaceChildren(...rows);
}

function show() {
  const chosen = settings();
  const { lambdaShare, byWorkload, policies, breakEven } = WhatIf.whatIf(data, chosen);
  const limit = data.sloLimitsMs[chosen.sloLimit];
  const factor = (value) => `× ${value.toFixed(2)}`;
  control("margin-value").textContent = `${control("margin").value} %`;
  control("lambda-price-value").textContent = factor(chosen.lambdaPriceFactor);
  control("fargate-price-value").textContent = factor(chosen.fargatePriceFactor);
  control("slo-value").textContent = `${limit / 1000} s`;
  for (const id of ["margin", "lambda-price", "fargate-price", "slo"])
    control(id).setAttribute("aria-valuetext", control(`${id}-value`).textContent);
  control("missed-heading").textContent = `over ${limit / 1000} s, or failed`;
  const share = (value) => ({ text: percent(value), value, share: value });
  fill("labels", [
    ...byWorkload.map(({ workload, rows, lambdaShare: of }) =>
      row(workload, [{ text: grouped(rows), value: rows }, share(of)]),
    ),
    row("all", [
      { text: grouped(byWorkload.reduce((sum, { rows }) => sum + rows, 0)), value: "" },
      share(lambdaShare),
    ]),
  ]);
  const fixed = policies.slice(0, 2);
  fill(
    "policies",
    policies.map(({ policy, lambdaShare: of, latencyMs, costUsd, missedShare }) =>
      row(policy, [
        { text: percent(of), value: of },
        { text: print(latencyMs, 1, "\u00a0ms"), value: latencyMs },
        { text: print(1e6 * costUsd, 2, "\u00a0USD"), value: costUsd },
        { text: percent(missedShare), value: missedShare },
      ]),
    ),
  );
  fill(
    "saved",
    fixed.map(({ policy, latencyMs, costUsd, missedShare }) => {
      const ours = policies[2];
      const [ms, usd] = [latencyMs - ours.latencyMs, costUsd - ours.costUsd];
      const fewer = missedShare - ours.missedShare;
      return row(`against ${policy}`, [
        { text: print(ms, 1, "\u00a0ms"), value: ms },
        { text: print(1e6 * usd, 2, "\u00a0USD"), value: usd },
        { text: print(100 * fewer, 1, "\u00a0points"), value: fewer },
      ]);
    }),
  );
  const rate = (value) => ({
    text: value === null ? "never" : `${grouped(value)} an\u00a0hour`,
    value,
  });
  fill(
    "break-even",
    breakEven.map(({ workload, ecsCheaperFrom, ecsCheaperForGoodFrom }) =>
      row(workload, [rate(ecsCheaperFrom), rate(ecsCheaperForGoodFrom)]),
    ),
  );
  control("said").textContent =
    `At a margin of ${control("margin").value} %, ${percent(lambdaShare)} ` +
    "of the requests are Lambda's.";
}

control("controls").addEventListener("input", show);
control("controls").addEventListener("reset", () => setTimeout(show));
show();
