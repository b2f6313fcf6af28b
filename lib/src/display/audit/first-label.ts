import type { WorkloadLabelSummary } from "../../attainability/index.js";
import type { AgainstLookup } from "../../models/index.js";
import { formatNumber } from "../format.js";
import { showText } from "../show.js";
import { showTable } from "../table.js";

/**
 * Ways of labelling side by side, by campaign; and what a lookup of the workload is right for when
 * requests are labelled one by one.
 */
export function showWorkloadLabels(
  campaigns: readonly { title: string; labellings: readonly WorkloadLabelSummary[] }[],
): void {
  const rows = campaigns.flatMap(({ title, labellings }) =>
    labellings.map((row) => ({ campaign: title, ...row, ...row.lambdaShare })),
  );
  const workloads = [
    ...new Set(
      campaigns.flatMap(({ labellings }) =>
        labellings.flatMap(({ lambdaShare }) => Object.keys(lambdaShare)),
      ),
    ),
  ];
  const shares = workloads.map((workload) => `${workload}:share:${workload.replace(/_.*/, "")}`);
  showTable(rows, {
    columns:
      `campaign | name::label | ${shares.join(" | ")} | mixedWorkloads:count:mixed workloads | ` +
      "constant:share:larger class | workloadLookup:share:lookup of workload | " +
      "ceiling:share:best possible",
    caption: "Share of Lambda labels by workload, and what a lookup of the workload is right for",
  });
  const oneByOne = rows
    .filter(({ labelling }) => labelling.scheme === "request-vs-median")
    .map(
      ({ campaign, workloadLookup, ceiling }) =>
        `Labelled request against median, ${campaign}: a lookup of the workload is right for ` +
        `${formatNumber(workloadLookup, "share")}, a perfect model for ` +
        `${formatNumber(ceiling, "share")}.`,
    );
  showText(oneByOne.join("\n\n"));
}

/**
 * Four models beside a lookup of the workload (the first row), and how far they are the same rule.
 */
export function showAgainstLookup(against: readonly AgainstLookup[], campaign: string): void {
  if (against.length === 0)
    return showText(
      `In ${campaign} no request has a label, or all have the same one: there is nothing to ` +
        "train on.",
    );
  showTable(against, {
    columns:
      "model | trainAccuracy:share:training rows | testAccuracy:share:test rows | " +
      "testRows:count:test rows | otherAnswers:count:rows answered unlike the lookup",
    caption: `${campaign}: the four models beside a lookup of the workload`,
  });
  const copies = against.slice(1).filter(({ otherAnswers }) => otherAnswers === 0).length;
  const perfect = against.filter(({ testAccuracy }) => testAccuracy === 1).length;
  showText(
    `${copies} of ${against.length - 1} models answer every test row as the lookup does, and ` +
      `${perfect} of ${against.length} (the lookup among them) are right on all of them.`,
  );
}
