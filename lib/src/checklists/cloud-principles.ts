import { formatNumber } from "../display/index.js";
import { REQUEST_COLUMNS } from "../requests/index.js";
import { NOTEBOOKS } from "../verdict/index.js";
import {
  accuracyIntervals,
  codeIdentified,
  computerDescribed,
  dataIdentified,
  frozenBeforehand,
  quantilesTold,
  savingIntervals,
  severalDays,
} from "./facts.js";
import type { Checklist } from "./item.js";
import { all, byArtefact, byChecks, byGates, judged, yours } from "./judges.js";

/** Columns that hold a measure: no hash of a name and no count. */
const MEASURED_COLUMNS = Object.entries(REQUEST_COLUMNS)
  .filter(([name, type]) => type === Float64Array && !/(?:Hash|Tasks)$/.test(name))
  .map(([name]) => name);

/** The eight principles for performance experiments in the cloud. */
export const CLOUD_PRINCIPLES: Checklist = {
  id: "cloud",
  title: "Eight principles for performance experiments in the cloud",
  source:
    "Papadopoulos et al., Methodological Principles for Reproducible Performance Evaluation in " +
    "Cloud Computing, IEEE Transactions on Software Engineering 47 (2021), " +
    "doi 10.1109/TSE.2019.2927908. The words are ours.",
  items: [
    {
      id: "P1",
      asks: "Experiments are repeated, on more than one day, often enough for the claim.",
      judge: all(severalDays, byChecks(["power"])),
    },
    {
      id: "P2",
      asks: "Several workloads and configurations are covered.",
      judge: byGates(["payload-sizes", "time-windows", "load-patterns"], NOTEBOOKS.audit),
    },
    {
      id: "P3",
      asks: "The set-up is described, and is what was declared.",
      judge: all(byChecks(["memory-declared", "task-declared"]), computerDescribed),
    },
    {
      id: "P4",
      asks: "Data and code are open.",
      judge: yours(
        "Publish logs and code and name the address. Ready for it: `study export` writes " +
          "manifest, RO-Crate metadata and CITATION.cff.",
      ),
    },
    {
      id: "P5",
      asks: "Results are told as distributions, not as means alone.",
      judge: quantilesTold,
    },
    {
      id: "P6",
      asks: "Differences are judged statistically.",
      judge: all(accuracyIntervals, savingIntervals),
    },
    {
      id: "P7",
      asks: "Every number has its unit.",
      judge: () => {
        const named = MEASURED_COLUMNS.filter((name) => /(?:Ms|Kb|Mb|Percent)$/.test(name));
        return judged(
          named.length === MEASURED_COLUMNS.length,
          `${named.length} of ${MEASURED_COLUMNS.length} measured columns carry their unit in ` +
            "their names; data-dictionary.csv of `study export` lists all.",
          null,
        );
      },
    },
    {
      id: "P8",
      asks: "Costs are told, with the model and the prices they rest on.",
      judge: byArtefact("labelling", ({ options: { cost, prices } }, { run }) => {
        const value = run.routing?.comparison.values[0];
        const told = value
          ? ` ${value.policy}: ${formatNumber(value.mean.costUsd.estimate, "usdPerMillion")}.`
          : "";
        return `Cost model ${cost.kind}, prices of ${prices.region} (${prices.source}).${told}`;
      }),
    },
    {
      id: "+",
      asks: "Beyond the eight: what would count as success was fixed before the data were seen.",
      judge: frozenBeforehand,
    },
    {
      id: "+",
      asks: "Beyond the eight: data and code can be told from any others.",
      judge: all(dataIdentified, codeIdentified),
    },
  ],
};
