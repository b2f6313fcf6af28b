import { gateThresholds } from "../campaign/index.js";
import type { Cause } from "./cause.js";
import { atFault, newCampaign, nothingToSend, repeated, valueOf } from "./cause-facts.js";

/**
 * The causes that are known, the one with the worst consequences first. A failing check belongs to
 * the first of them that applies and explains it.
 */
export const CAUSES: readonly Cause[] = [
  {
    id: "answers-in-features",
    title: "The features hold the answer",
    applies: (audit) => audit.fails("forbidden-features", "feedback-after-send", "perfection"),
    explains: [
      "forbidden-features",
      "feedback-after-send",
      "perfection",
      "single-feature-power",
      "label-rule",
      ["ceiling", ({ value }) => (value ?? 0) >= gateThresholds("ceiling").lookup],
    ],
    touches: ({ rows }) => ({ rows, what: "rows, all of them" }),
    spoils: "Every accuracy: the models read what no router can know beforehand.",
    remedy: "Take these columns out of the features, and train again.",
    cost: () => nothingToSend("a new training on the same rows"),
  },
  {
    id: "rows-by-heart",
    title: "Some features tell the rows apart one by one",
    applies: (audit) => audit.fails("identifiers"),
    explains: ["identifiers"],
    touches: ({ rows }) => ({ rows, what: "rows, all of them" }),
    spoils:
      "Training accuracies, and test accuracies of rows drawn at random: a model can learn the " +
      "rows by heart, or the minute in which they were sent.",
    remedy: "Take these columns out of the features, or collect for longer, and train again.",
    cost: () => nothingToSend("a new training on the same rows"),
  },
  {
    id: "repeated-rows",
    title: "Rows stand in the data more than once",
    applies: (audit) => audit.fails("duplicates", "duplicate-rows"),
    explains: ["duplicates", "duplicate-rows", "time-order"],
    touches: (audit) =>
      atFault(audit, "rows repeat an earlier one", "duplicates", "duplicate-rows"),
    spoils: "Test accuracies and every interval: a copy in training tells the answer of its twin.",
    remedy: "Read each log once, and drop the rows that repeat an earlier one.",
    cost: () => nothingToSend("the same rows, read once"),
  },
  {
    id: "lost-requests",
    title: "Requests were lost before they were logged, and not by chance",
    applies: (audit) => audit.fails("missing-at-random", "duration-ceiling", "planned-counts"),
    explains: [
      "missing-at-random",
      "duration-ceiling",
      "planned-counts",
      "balance",
      "one-platform-cells",
      ["load-execution", ({ value }) => (value ?? 1) < 1],
      "unanswered",
    ],
    touches: (audit) =>
      audit.fails("duration-ceiling")
        ? {
            rows: Math.round(valueOf(audit, "duration-ceiling")),
            what: "requests or so were cut off at the longest time and are not in the logs",
          }
        : atFault(audit, "requests lie where shares differ", "missing-at-random", "planned-counts"),
    spoils:
      "Medians, failure shares, labels and costs: the slow requests of one platform are missing.",
    remedy:
      "Log every request that was sent with its outcome, with a time-out far above the slowest " +
      "answer, and compare sent with logged.",
    cost: repeated,
  },
  {
    id: "client-link",
    title: "The sending machine's link stands in the measured times",
    applies: (audit) => audit.fails("load-latency", "clocks-agree"),
    explains: ["load-latency", "clocks-agree", "pattern-arrivals"],
    touches: (audit) =>
      atFault(audit, "requests lie where the two clocks name different winners", "clocks-agree"),
    spoils:
      "Response times and every label made of them: the platforms' clock and the client's name " +
      "different winners.",
    remedy:
      "Send from a machine with a faster link, or from several; compare on the platforms' own " +
      "clock meanwhile.",
    cost: repeated,
  },
  {
    id: "one-size",
    title: "Each workload was sent in one payload size",
    applies: (audit) => audit.fails("payload-sizes") && valueOf(audit, "payload-sizes") <= 1,
    explains: [
      "payload-sizes",
      "aliased-factors",
      "payload-slope",
      "headroom",
      "ceiling",
      "label-rule",
      "label-share",
      "label-spread",
      "single-feature-power",
      "feature-variance",
      "functional-dependencies",
      "near-duplicates",
      "identical-models",
      "lift-over-lookup",
    ],
    touches: ({ rows }) => ({ rows, what: "rows, all of them" }),
    spoils: "Learning: size and workload are one variable, and the answer is a table of workloads.",
    remedy: "Send each workload in four payload sizes or more.",
    cost: newCampaign,
  },
  {
    id: "load-in-name-only",
    title: "Windows, patterns and days are one factor, and the load hardly varied",
    applies: (audit) =>
      audit.fails(
        "aliased-factors",
        "time-windows",
        "load-patterns",
        "continued-runs",
        "pattern-arrivals",
      ),
    explains: [
      "aliased-factors",
      "time-windows",
      "load-patterns",
      "continued-runs",
      "windows-clock",
      "pattern-arrivals",
      ["cold-starts", ({ value }) => (value ?? 1) < gateThresholds("cold-starts").low],
      "cold-starts-differ",
      "feature-variance",
      "functional-dependencies",
      "near-duplicates",
    ],
    touches: (audit) =>
      atFault(
        audit,
        "requests carry a window's name that is not theirs",
        "windows-clock",
        "continued-runs",
      ),
    spoils:
      "Anything said of time of day, load or cold starts: their effects cannot be told apart, " +
      "and warm environments are all there is.",
    remedy:
      "Run every pattern in every window on several days, with pauses long enough to go cold, " +
      "and take the window from the time stamp.",
    cost: newCampaign,
  },
  {
    id: "not-as-declared",
    title: "The platforms did not run as declared, or did not report what they did",
    applies: (audit) => audit.fails("memory-declared", "task-declared", "payload-actual"),
    explains: [
      "memory-declared",
      "task-declared",
      "payload-actual",
      "constant-measurements",
      "field-types",
      "fields-by-platform",
      "payload-slope",
    ],
    touches: (audit) =>
      atFault(
        audit,
        "requests ran otherwise than declared",
        "memory-declared",
        "task-declared",
        "payload-actual",
      ),
    spoils: "Costs and the labels made of them: memory sets both the price and the share of a CPU.",
    remedy: "Take memory and size from the logs in place of the plan, or deploy what is declared.",
    cost: () => nothingToSend("labels made again from what is logged"),
  },
  {
    id: "nothing-to-learn",
    title: "The label leaves nothing to learn: chance within a context, one answer elsewhere",
    applies: (audit) =>
      audit.fails("headroom", "label-noise") ||
      (audit.fails("ceiling") && valueOf(audit, "ceiling") < gateThresholds("ceiling").hopedFor),
    explains: [
      "headroom",
      "ceiling",
      "label-noise",
      "label-share",
      "label-spread",
      "label-sensitivity",
      "label-rule",
      "label-by-platform",
      "power",
      "identical-models",
      "lift-over-lookup",
      "gap-on-splits",
      "functional-dependencies",
      "near-duplicates",
      "feature-variance",
    ],
    touches: (audit) =>
      audit.fails("label-noise")
        ? {
            rows: Math.round(valueOf(audit, "label-noise") * audit.rows),
            what: "rows carry the label that is rarer in their own context",
          }
        : atFault(audit, "labels lie in a one-sided workload", "label-share"),
    spoils: "Training: no model on these features can be worth more than a small table.",
    remedy:
      "Label contexts or pairs in place of single requests, settle clock and margins first, and " +
      "log what tells requests of one context apart.",
    cost: () => nothingToSend("labels made again from the same rows"),
  },
  {
    id: "unsettled-label",
    title: "The label hangs on choices that nobody has settled",
    applies: (audit) => audit.fails("label-sensitivity"),
    explains: ["label-sensitivity", "label-by-platform"],
    touches: (audit) => {
      const rows = Math.max(
        ...(audit.check("label-sensitivity")?.offenders ?? []).map((o) => o.count),
      );
      return rows > 0 ? { rows, what: "labels turn with one choice alone" } : null;
    },
    spoils: "Every number that rests on the label: shares, accuracies, importance.",
    remedy: "Settle clock, margins and groups with whoever uses the answer, before training.",
    cost: () => nothingToSend("labels made again from the same rows"),
  },
  {
    id: "one-sided-labels",
    title: "One platform wins nearly all requests of a workload",
    applies: (audit) => audit.fails("label-share"),
    explains: ["label-share", "label-spread", "label-rule"],
    touches: (audit) => atFault(audit, "labels lie in such a workload", "label-share"),
    spoils: "Learning in that workload: a rule of one line answers it.",
    remedy: "Answer that workload by rule, or look for contexts in which the other platform wins.",
    cost: () => nothingToSend("the same rows, that workload left out"),
  },
];
