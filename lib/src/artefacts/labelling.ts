import type { LabelledRequests } from "../attainability/index.js";
import { authorCsv, labelledTableToArrow } from "../features/index.js";
import {
  countLabelsByWorkload,
  failureEffect,
  labelledRows,
  labelProbability,
  probabilityGroups,
  type FailureEffect,
  type LabelOptions,
  type Labels,
} from "../labels/index.js";
import { groupIntoCells, selectRows, type Requests } from "../requests/index.js";
import type { Study } from "./study.js";

/** What `labelling.json` says of a labelling: enough to make it again. */
export interface LabellingManifest {
  campaign: string;
  simulated: boolean;
  /**
   * The scheme with every option it has: clock, margins, cost model, prices, treatment of failures,
   * groups, quantiles.
   */
  options: LabelOptions;
  /** Requests, those with a label, and why the others have none. */
  requests: number;
  labelled: number;
  unlabelled: Record<string, number>;
  /** Workloads that were labelled on time alone, and why. */
  onTimeAlone: Record<string, string>;
  /** Labelled requests of each workload, and how many of them are Lambda's. */
  byWorkload: Record<string, { labelled: number; lambda: number }>;
  /**
   * How failed requests are treated, and what dropping them (or letting them take part) would
   * change.
   */
  failures: FailureEffect;
  /** What the column row.probability holds. */
  probability: { of: string; groupBy: readonly string[] };
  features: string[];
  /** The files beside it, by what they are. */
  files: { table: string; csv: string };
}

/**
 * A labelling as it is written: a table for the later notebooks, one in the author's layout for his
 * scripts, and the manifest.
 */
export interface LabellingFiles {
  table: LabelledRequests;
  /**
   * Arrow IPC: the features, `label`, and row.request, row.cell (context cell), row.probability.
   */
  arrow: Uint8Array;
  csv: string;
  manifest: LabellingManifest;
}

const FILES = { table: "labelled.arrow", csv: "labelled.csv" };
const MANIFEST = "labelling.json";

/**
 * Makes the files of a labelling from its table (`labelledRequests`): the very features and rows
 * that the gates were computed on. The same table gives the same bytes. Throws RangeError where the
 * table was made from other labels.
 */
export function labellingFiles(
  requests: Requests,
  labels: Labels,
  table: LabelledRequests,
): LabellingFiles {
  checkTable(labels, table);
  const { requestRow, features } = table;
  const probability = labelProbability(requests, labels);
  const cells = groupIntoCells(selectRows(requests, requestRow));
  return {
    table,
    arrow: labelledTableToArrow(table, {
      request: Float64Array.from(requestRow),
      cell: Float64Array.from(cells.codeOfRow),
      probability: Float64Array.from(requestRow, (row) => probability[row]),
    }),
    csv: authorCsv(requests, labels, features, requestRow),
    manifest: {
      campaign: requests.provenance.name,
      simulated: requests.provenance.kind === "simulated",
      options: labels.options,
      requests: requests.rowCount,
      labelled: requestRow.length,
      unlabelled: labels.unlabelled,
      onTimeAlone: labels.onTimeAlone,
      byWorkload: Object.fromEntries(
        Object.entries(countLabelsByWorkload(requests, labels)).map(([workload, counts]) => [
          workload,
          { labelled: counts.rows, lambda: counts.balanced_optimal },
        ]),
      ),
      failures: failureEffect(requests, labels.options),
      probability: {
        of:
          "a random Lambda request of the row's group beats a random ECS request of it by the " +
          "margins, on both axes",
        groupBy: probabilityGroups(labels.options),
      },
      features: features.names,
      files: FILES,
    },
  };
}

/** The files by name, as they are written beside each other. */
export function labellingContents({
  arrow,
  csv,
  manifest,
}: LabellingFiles): Record<string, Uint8Array | string> {
  return {
    [FILES.table]: arrow,
    [FILES.csv]: csv,
    [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n`,
  };
}

function checkTable(labels: Labels, { label, requestRow }: LabelledRequests): void {
  const labelled = labelledRows(labels);
  const same =
    labelled.length === requestRow.length &&
    requestRow.every((row, i) => row === labelled[i] && label[i] === labels.balancedOptimal[row]);
  if (!same)
    throw new RangeError(
      "this table was made from other labels: make it anew, labelledRequests(requests, labels)",
    );
}

/**
 * Saves a labelling for the later notebooks, and for the author's scripts: notebooks 04, 05 and 06
 * read the features of `table`, and no other.
 */
export function saveLabels(
  study: Study,
  requests: Requests,
  labels: Labels,
  table: LabelledRequests,
): LabellingFiles {
  const files = labellingFiles(requests, labels, table);
  for (const [name, content] of Object.entries(labellingContents(files)))
    typeof content === "string" ? study.writeText(name, content) : study.writeBytes(name, content);
  return files;
}

/**
 * How the labels were made that notebook 03 handed on; its cost terms are those of the later ones.
 */
export function loadLabelOptions(study: Study): LabelOptions {
  return study.readJson<Pick<LabellingManifest, "options">>(MANIFEST, "03_percentile_labeling")
    .options;
}
