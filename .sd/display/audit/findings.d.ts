import type { CheckResult, ResultFigure } from "../../audit/index.js";
import type { Figure } from "../figure.js";
/**
 * Shows the checks of an audit, one a line: verdict, the sentence its verdict rests on, and what to
 * do.
 */
export declare function showChecks(checks: readonly CheckResult[], caption?: string): void;
/** Shows what one check saw: its picture if it has one, its table, and the cells at fault. */
export declare function showFinding(check: CheckResult): Promise<void>;
/** The picture of a check's plain data. */
export declare function findingFigure(figure: ResultFigure): Figure;
