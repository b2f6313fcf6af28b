import type { AuditResult, CheckResult } from "../../audit/index.js";
import { describeWorkloads, type LabelChoice } from "../../labels/index.js";
import type { RequestLog } from "../../requests/index.js";
import { barChart } from "../charts/index.js";
import { showFigure, showText } from "../show.js";
import { showTable } from "../table.js";

/** A campaign as it was read. */
export interface ReadCampaign {
  title: string;
  log: RequestLog;
}

/** A campaign's audit. */
export interface AuditedCampaign {
  title: string;
  audit: AuditResult;
}

/**
 * Lines, rows and quarantined lines of campaigns, and the lines that could not be read with the
 * reason.
 */
export function showReading(campaigns: readonly ReadCampaign[]): void {
  const totals = campaigns.map(({ title, log }) => ({
    campaign: title,
    ...log.totals,
    ends: log.totals.rows + log.totals.quarantined === log.totals.lines ? "yes" : "NO",
  }));
  showTable(totals, {
    columns:
      "campaign | files:count | lines:count | rows:count | quarantined:count | " +
      "emptyFiles:count | ends::rows + quarantined = lines",
    caption: "What was read",
  });
  const notes = campaigns.flatMap(({ log }) => log.notes);
  if (notes.length > 0)
    showTable(
      notes.map((note) => ({ note })),
      { columns: "note::file", caption: "What was odd about files" },
    );
  const spoilt = campaigns.flatMap(({ log }) => log.quarantined);
  if (spoilt.length === 0) showText("No line had to be quarantined.");
  else
    showTable(
      spoilt.map((line) => ({ ...line, field: line.field ?? "" })),
      { columns: "file | line:count | field | reason", caption: "Quarantined lines", maxRows: 20 },
    );
}

/** Requests, execution times and labels by workload, and the label's share as bars. */
export async function showWorkloads(
  campaigns: readonly ReadCampaign[],
  labelling: LabelChoice,
): Promise<void> {
  const described = campaigns.flatMap(({ title, log }) =>
    describeWorkloads(log.requests, labelling).map((row) => ({ campaign: title, ...row })),
  );
  showTable(described, {
    columns:
      "campaign | workload | lambdaRows:count:Lambda | ecsRows:count:ECS | failed:count | " +
      "payloadSizes:count:sizes | lambdaMedianMs:ms:Lambda median | ecsMedianMs:ms:ECS " +
      "median | lambdaShare:share:Lambda optimal",
    caption:
      "Requests, times by the platform's clock (by the client's, where only a client saw them), " +
      "and labels by workload",
  });
  const names = [...new Set(described.map(({ workload }) => workload))];
  const shares = campaigns.map(({ title }) => ({
    name: title,
    values: names.map(
      (name) =>
        described.find((row) => row.campaign === title && row.workload === name)?.lambdaShare ??
        NaN,
    ),
  }));
  const text = {
    title: "Share of Lambda optimal requests by workload",
    xTitle: "workload",
    yTitle: "share of labelled requests",
  };
  await showFigure(
    barChart(names, shares, text, { format: ".0%" }),
    "share of Lambda labels by workload",
  );
}

/** What chosen checks say of each campaign; `suspicions` names a check by what it is about. */
export function showSuspicions(
  results: readonly AuditedCampaign[],
  suspicions: Readonly<Record<string, string>>,
): void {
  const tested = results.flatMap(({ title, audit }) =>
    Object.entries(suspicions).flatMap(([suspicion, id]) => {
      const check = audit.checks.find((one) => one.id === id);
      return check
        ? [{ campaign: title, suspicion, verdict: check.verdict, evidence: check.evidence }]
        : [];
    }),
  );
  showTable(tested, {
    columns: "campaign | suspicion | verdict:verdict | evidence",
    caption: "The suspicions, tested",
  });
}

/** Checks that failed. */
export function failing({ audit }: AuditedCampaign): CheckResult[] {
  return audit.checks.filter(({ verdict }) => verdict === "fail");
}
