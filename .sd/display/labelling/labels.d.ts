import type { SchemeSummary } from "../../attainability/index.js";
import { type CellVerdict, type FailureEffect, type GroupVerdicts, type LabelMap, type Labels, type LabelSensitivity } from "../../labels/index.js";
import type { Requests } from "../../requests/index.js";
/** Labelling schemes side by side: table, and bars of the Lambda share by workload. */
export declare function showSchemes(schemes: readonly SchemeSummary[]): Promise<void>;
/**
 * Verdicts by workload beside verdicts by context cell, and how many workloads have a constant
 * label either way.
 */
export declare function showGroupVerdicts(verdicts: readonly GroupVerdicts[]): void;
/**
 * What hangs on each choice of a scheme: table, bars, and the choice that matters most in words.
 */
export declare function showSensitivity({ baseline, baselineLambdaShare, variations, }: LabelSensitivity): Promise<void>;
/** Every choice by every group of `sensitivity`, as a map of the labels that change. */
export declare function showChoiceMap({ cells, variations }: LabelSensitivity): Promise<void>;
/** Where two ways to label disagree, by payload size and scenario. */
export declare function showLabelMap(map: LabelMap, title: string): Promise<void>;
/** How many cells are settled, and those that are not with the sample that would settle them. */
export declare function showCellVerdicts(cells: readonly CellVerdict[]): void;
/** The `count` cells whose pair probability is nearest to one half, with their intervals. */
export declare function showClosestCells(cells: readonly CellVerdict[], count?: number): Promise<void>;
/** A labelling by workload, and the rows without a label by reason. */
export declare function showLabelCounts(requests: Requests, labels: Labels): void;
/** How each scheme treats failed requests, and how many labels hang on that. */
export declare function showFailureEffects(effects: readonly FailureEffect[]): void;
