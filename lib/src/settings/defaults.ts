import {
  ECS_TASK_SIZES,
  GATES,
  LAMBDA_MEMORY_DECLARED_MB,
  LAMBDA_MEMORY_RECORDED_MB,
  LOAD_PATTERNS,
  THESIS_WINDOWS,
  WORKLOADS,
} from "../campaign/index.js";
import { DEFAULT_SPLIT, SEARCH_SPACES } from "../models/index.js";
import type { StudyFile } from "./schema.js";

/**
 * What holds where a study states nothing: the thesis's campaign and its choices. Options that
 * stand here as null follow from the requests (pairs are labelled as duets) or from the scheme.
 */
export const DEFAULTS = {
  seed: 42,
  plan: null,
  workloads: Object.fromEntries(
    WORKLOADS.map((name) => [
      name,
      {
        lambdaMemoryMb: LAMBDA_MEMORY_RECORDED_MB[name],
        declaredMemoryMb: LAMBDA_MEMORY_DECLARED_MB[name],
        ecsTask: ECS_TASK_SIZES[name],
      },
    ]),
  ),
  platforms: { lambda: [], ecs: [] },
  windows: THESIS_WINDOWS.map(({ name, hours: [from, to] }) => ({ name, from, to })),
  patterns: LOAD_PATTERNS,
  prices: {
    region: "eu-west-1",
    architecture: "x86",
    lambdaSavingsFactor: 1,
    fargateSavingsFactor: 1,
    fargateSpotFactor: 1,
  },
  ecsCost: { model: null, loadBalancer: false },
  label: {
    scheme: null,
    clock: null,
    latencyMargin: 0.1,
    costMargin: 0.1,
    failures: null,
    groupBy: null,
    lambdaQuantile: 0.25,
    ecsQuantile: 0.75,
  },
  features: null,
  split: DEFAULT_SPLIT,
  search: Object.fromEntries(
    Object.entries(SEARCH_SPACES).map(([kind, { budget }]) => [kind, budget]),
  ),
  slo: { limitsMs: [1000, 2500, 5000] },
  gates: Object.fromEntries(GATES.map(({ id, thresholds }) => [id, thresholds])),
  logs: { columns: {} },
} as const satisfies Record<keyof StudyFile, unknown>;
