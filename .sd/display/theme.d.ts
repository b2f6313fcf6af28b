import type { Platform, Verdict, Workload } from "../campaign/index.js";
/**
 * The house colours, after Okabe and Ito (2008), who chose them to be told apart by colour-blind
 * readers. A platform, a workload, a verdict has the same colour in every picture.
 */
export declare const PLATFORM_COLOURS: Readonly<Record<Platform, string>>;
export declare const WORKLOAD_COLOURS: Readonly<Record<Workload, string>>;
/** Colours that go with a name, whichever chart it stands in. */
export declare const NAMED_COLOURS: Readonly<Record<string, string>>;
/** Every other series takes these in turn. */
export declare const SERIES_COLOURS: readonly string[];
/**
 * Readable as bold text on white and on an editor's dark grey alike (contrast above 4.5 and above
 * 3.2).
 */
export declare const VERDICT_COLOURS: Readonly<Record<Verdict, string>>;
/** Verdicts are told by a sign as well as by colour. */
export declare const VERDICT_SIGNS: Readonly<Record<Verdict, string>>;
export declare const INK = "#222222";
export declare const GRID = "#E3E3E3";
export declare const PAPER = "#FFFFFF";
export declare const FONT = "Arial, Helvetica, sans-serif";
/** A colour between two others: `share` 0 gives the first, 1 the second. */
export declare function mixColours(from: string, to: string, share: number): string;
