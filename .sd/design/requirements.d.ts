/** What a simulation of a candidate shows; null where it was not trained on. */
export interface Measured {
    /** Share of Lambda labels by workload. */
    lambdaShare: Readonly<Record<string, number>>;
    coldShare: number;
    /** Share of the labels that the cost axis decides: Lambda is faster and not cheaper. */
    costDecides: number;
    trained: {
        accuracy: number;
        gap: number;
        twoColumns: number;
        staticColumns: number;
        /** Share of the importance of the first input, and the drops of all, largest first. */
        topShare: number;
        drops: readonly number[];
    } | null;
}
/** One thing asked of a campaign, and how a measured value stands to it. */
export interface Requirement {
    /** Id of the gate, or the name of what is asked beside the gates. */
    id: string;
    /**
     * Distance to what is asked, above 0 where it is met, in steps that chance moves it by from one
     * simulation to the next (typical standard deviations over seeds, seen in pre-flights of duets of
     * some 20,000 pairs); null where it was not measured.
     */
    slack(measured: Measured): number | null;
}
/** A lookup of two planned columns must be this far below the model, one of all of them so far. */
export declare const LOOKUPS_BELOW: {
    readonly twoColumns: 0.05;
    readonly staticColumns: 0.03;
};
/** What the search asks of a campaign: the gates that chance or design can turn, and no lookup. */
export declare const REQUIREMENTS: readonly Requirement[];
/** A candidate's standing: larger is better, above 0 where every requirement was met. */
export interface Standing {
    /** The least slack. */
    worst: number;
    /** The requirement it is of: what binds. */
    binding: string;
    /** The least slack, and to tell equals apart a little of the mean and of the cost's part. */
    score: number;
}
/** Judges what was measured, the worst over several simulations. */
export declare function standing(simulations: readonly Measured[]): Standing;
