/** The computer a notebook ran on. */
export interface Machine {
    node: string;
    os: string;
    cpu: string;
    cpus: number;
    memoryGib: number;
}
export declare function thisMachine(): Machine;
/** The state of the code. */
export interface CodeVersion {
    /** SHA of the commit that is checked out; null where this is no git checkout. */
    commit: string | null;
    /** Whether the library's sources or the lock file differ from that commit. */
    changed: boolean;
}
export declare function codeVersion(): CodeVersion;
/** Versions, as installed, of the packages that package.json names. */
export declare function packageVersions(): Record<string, string>;
