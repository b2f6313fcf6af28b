import type { Requests } from "../requests/index.js";
import { list, number } from "./words.js";

/** Memory of one workload on one platform: as declared, and as its requests record it. */
export interface RecordedMemory {
  workload: string;
  /** MB. */
  declared: number;
  /** The limits that occur, MB, in words. */
  recorded: string;
  /** Requests that record a limit, and those of them whose limit is another than declared. */
  total: number;
  other: number;
}

/**
 * Memory limits of a platform's requests against the declared ones, by workload; workloads without
 * either are left out.
 */
export function recordedMemory(
  requests: Requests,
  platform: number,
  declaredMb: ReadonlyMap<string, number>,
): RecordedMemory[] {
  const limits = requests.workloadNames.map(() => new Map<number, number>());
  for (let row = 0; row < requests.rowCount; row++) {
    const limit = requests.memoryLimitMb[row];
    const seen = limits[requests.workload[row]];
    if (requests.platform[row] === platform && !Number.isNaN(limit) && seen)
      seen.set(limit, (seen.get(limit) ?? 0) + 1);
  }
  return requests.workloadNames.flatMap((workload, code) => {
    const declared = declaredMb.get(workload);
    const seen = [...limits[code]];
    if (declared === undefined || seen.length === 0) return [];
    return {
      workload,
      declared,
      recorded: list(seen.map(([mb]) => number(mb))),
      total: seen.reduce((sum, [, n]) => sum + n, 0),
      other: seen.reduce((sum, [mb, n]) => sum + (mb === declared ? 0 : n), 0),
    };
  });
}
