import type { AuditData } from "./audit-data.js";
/** `determinants` tell `dependent`: a functional dependency between features, exact or nearly. */
export interface Dependency {
    determinants: string[];
    dependent: string;
    /**
     * Share of the rows that would have to change for it to hold exactly (Kivinen and Mannila's g3).
     */
    error: number;
}
/**
 * The minimal functional dependencies between features: one feature that tells another, and two
 * that together tell a third which neither tells alone. Exact, or with an error of at most
 * `maxError` that also takes away nine tenths of the error of always guessing the dependent's most
 * frequent value. They are found on the distinct feature vectors and how often each occurs; where
 * rows do not fold, on the audit's sample of rows, and then confirmed on all.
 */
export declare function findDependencies(data: AuditData, maxError: number): Dependency[];
