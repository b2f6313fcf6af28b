import { ECS, LAMBDA, WORKLOADS } from "lib/campaign";
import { MISSING, type Requests } from "lib/requests";
import { createRandom, type Random } from "lib/statistics";
import { notInPairs } from "../requests-of.js";

/** Sizes of each workload, KiB. */
const SIZES = [
  [0.5, 1, 5, 10],
  [50, 100, 200, 500],
  [512, 1024, 2048, 3072],
  [1024, 2048, 3072, 4096],
];
/** UTC hour at which each window begins, with the share of its Lambda requests that are cold. */
const WINDOWS = [
  { hour: 2, cold: 0.22 },
  { hour: 8, cold: 0.05 },
  { hour: 12, cold: 0.06 },
  { hour: 18, cold: 0.1 },
  { hour: 22, cold: 0.16 },
];
const MEMORY_MB = [128, 512, 1024, 2048];
const ECS_MS = [100, 400, 1200, 3500];
/** Lambda's typical time as a share of ECS's, so that both cost about the same. */
const LAMBDA_SHARE = [1, 0.9, 0.9, 0.46];
const MINUTES = 28;
/** A weekend day and a weekday. */
const DAYS = [Date.UTC(2025, 10, 22), Date.UTC(2025, 10, 25)];

/** Requests a minute of each pattern. */
function rate(pattern: number, minute: number): number {
  if (pattern === 0) return 3;
  if (pattern === 1) return 9;
  if (pattern === 2) return minute >= 12 && minute < 17 ? 16 : 4;
  return 2 + (8 * minute) / MINUTES;
}

/**
 * What can be planted while the campaign is made; everything else is planted by changing its
 * columns.
 */
export interface Planted {
  /** In place of both platforms' effect of the size on the time (1.1 to the power of -1 ... 1). */
  sizeEffect?: number;
  /** Scatter of ln(time) within a context. */
  noise?: number;
  /** Strength of the context on who is faster; 0 leaves only noise. */
  contextEffect?: number;
  /** Times as many requests. */
  scale?: number;
  /** Sends each request to both platforms, in an order that is drawn. */
  duet?: boolean;
  /** Keeps the request? */
  keep?(
    request: { workload: number; platform: number; size: number; window: number; pattern: number },
    random: Random,
  ): boolean;
}

/**
 * A campaign without faults: all factors crossed, both platforms alike in transport, cold starts
 * that follow the window, and a better platform that depends on size and pattern together (no
 * feature alone tells it), with some noise. About 6,800 requests in 40 runs on two days, or as many
 * pairs.
 */
export function goodCampaign(
  seed: number,
  { sizeEffect = 0.15, noise = 0.2, contextEffect = 1.1, scale = 1, duet, keep }: Planted = {},
): Requests {
  const random = createRandom(`good campaign ${seed}`);
  const rows: number[][] = [];
  const files: string[] = [];
  for (const day of DAYS) {
    WINDOWS.forEach(({ hour, cold }, window) => {
      for (let pattern = 0; pattern < 4; pattern++) {
        const startMs = day + hour * 3_600_000 + ((pattern + window) % 4) * 1_800_000;
        files.push(`day-${DAYS.indexOf(day)}/window-${window}-pattern-${pattern}.jsonl`);
        for (let minute = 0; minute < MINUTES; minute++) {
          const due = scale * rate(pattern, minute);
          const requests = Math.floor(due) + Number(random.uniform() < due % 1);
          const at = Array.from({ length: requests }, () => random.uniform()).sort((a, b) => a - b);
          for (const share of at) {
            const workload = random.integer(4);
            const platform = random.integer(2);
            const size = random.integer(4);
            if (keep && !keep({ workload, platform, size, window, pattern }, random)) continue;
            const pair = rows.length;
            for (const half of duet ? [platform, 1 - platform] : [platform])
              rows.push([
                files.length - 1,
                startMs + (minute + share) * 60_000,
                workload,
                half,
                size,
                window,
                pattern,
                random.uniform() < cold ? 1 : 0,
                pair,
                Number(half === platform),
              ]);
          }
        }
      }
    });
  }
  const column = (value: (row: number[]) => number): Float64Array => Float64Array.from(rows, value);
  const isLambda = (row: number[]): boolean => row[3] === LAMBDA;
  const executionTimeMs = column(([, , workload, platform, size, window, pattern]) => {
    const sizeScore = (2 * size) / 3 - 1;
    const patternScore = [-1, 0.5, 1, -0.5][pattern];
    const favour = sizeScore * patternScore + [-0.1, 0.1, 0, 0.1, -0.1][window];
    const typical = ECS_MS[workload] * (platform === LAMBDA ? LAMBDA_SHARE[workload] : 1);
    return (
      typical *
      Math.exp(
        (platform === LAMBDA ? -1 : 1) * contextEffect * favour +
          sizeEffect * sizeScore +
          noise * random.normal(),
      )
    );
  });
  const targetPayloadKb = column(([, , workload, , size]) => SIZES[workload][size]);
  let lineOfFile = -1;
  let line = 0;
  return {
    rowCount: rows.length,
    provenance: { kind: "simulated", name: `good campaign, seed ${seed}` },
    files,
    fileIndex: Uint32Array.from(rows, ([file]) => file),
    lineNumber: Uint32Array.from(rows, ([file]) => {
      line = file === lineOfFile ? line + 1 : 1;
      lineOfFile = file;
      return line;
    }),
    requestIdHash: Float64Array.from(rows, (_, row) => row),
    platform: Uint8Array.from(rows, (row) => row[3]),
    workload: Uint8Array.from(rows, ([, , workload]) => workload),
    workloadNames: [...WORKLOADS],
    timestampMs: column((row) => Math.round(row[1])),
    httpStatus: new Uint16Array(rows.length).fill(200),
    responseTimeMs: executionTimeMs.map((ms) => ms + 40 * Math.exp(0.4 * random.normal())),
    executionTimeMs,
    targetPayloadKb,
    payloadKb: Float64Array.from(targetPayloadKb),
    actualPayloadKb: column(([, , workload, , size]) => SIZES[workload][size] + 0.048828125),
    ...notInPairs(rows.length),
    ...(duet && {
      pairIdHash: column((row) => row[8]),
      sentFirst: Uint8Array.from(rows, (row) => row[9]),
    }),
    timeWindow: Uint8Array.from(rows, (row) => row[5]),
    loadPattern: Uint8Array.from(rows, (row) => row[6]),
    memoryUsedMb: column(() => 40 + random.integer(40)),
    memoryLimitMb: column((row) => (isLambda(row) ? MEMORY_MB[row[2]] : NaN)),
    coldStart: Uint8Array.from(rows, (row) => (isLambda(row) ? row[7] : MISSING)),
    cpuPercent: column((row) => (row[3] === ECS ? 100 * random.uniform() : NaN)),
  };
}
