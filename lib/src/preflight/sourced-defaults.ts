import type { CampaignPlan, PriceTable, ServiceDemand } from "../campaign/index.js";

/** What a simulation rests on: the plan, and the prices its labels are made with. */
export interface Setting {
  plan: CampaignPlan;
  prices: PriceTable;
}

/**
 * One figure of the simulator that the plan did not choose but found: measured, documented or
 * estimated by somebody.
 */
export interface SourcedDefault {
  name: string;
  unit: string;
  /** Where the figure comes from; `plan-defaults.ts` and `prices.ts` say more. */
  source: string;
  /** Its value, or one a workload; null where the plan makes no use of it. */
  values(setting: Setting): number[] | null;
  scaled(setting: Setting, factor: number): Setting;
}

/** Limits that a scaled figure must keep. */
interface Limits {
  from?: number;
  to?: number;
  whole?: boolean;
}

function scale(
  value: number,
  factor: number,
  { from = 0, to = Infinity, whole = false }: Limits,
): number {
  const scaled = Math.min(to, Math.max(from, value * factor));
  return whole ? Math.round(scaled) : scaled;
}

function ofGroup<G extends "client" | "lambda" | "ecs">(
  group: G,
  field: keyof CampaignPlan[G] & string,
  unit: string,
  source: string,
  limits: Limits = {},
): SourcedDefault {
  const value = ({ plan }: Setting): number => plan[group][field] as number;
  return {
    name: `${group}.${field}`,
    unit,
    source,
    values: (setting) => [value(setting)],
    scaled: (setting, factor) => ({
      ...setting,
      plan: {
        ...setting.plan,
        [group]: { ...setting.plan[group], [field]: scale(value(setting), factor, limits) },
      },
    }),
  };
}

type DemandField = keyof ServiceDemand;

/** A figure of every handler; pairs (low, high) are scaled together. */
function ofHandlers(
  field: DemandField,
  unit: string,
  source: string,
  limits: Limits = {},
): SourcedDefault {
  const scaleBoth = (
    value: number | [number, number],
    factor: number,
  ): number | [number, number] =>
    typeof value === "number"
      ? scale(value, factor, limits)
      : [scale(value[0], factor, limits), scale(value[1], factor, limits)];
  return {
    name: `handlers' ${field}`,
    unit,
    source,
    values: ({ plan }) => {
      const values = plan.workloads
        .map(({ demand }) => demand[field])
        .map((value) => (typeof value === "number" ? value : (value[0] + value[1]) / 2));
      return values.every((value) => value === 0) ? null : values;
    },
    scaled: (setting, factor) => {
      const workloads = setting.plan.workloads.map((w) => ({
        ...w,
        demand: { ...w.demand, [field]: scaleBoth(w.demand[field], factor) },
      }));
      return { ...setting, plan: { ...setting.plan, workloads } };
    },
  };
}

function ofScaling(
  field: keyof NonNullable<CampaignPlan["ecs"]["scaling"]>,
  unit: string,
  limits: Limits = {},
): SourcedDefault {
  return {
    name: `ecs.scaling.${field}`,
    unit,
    source: "SOURCES, scaling and start-up",
    values: ({ plan }) => plan.ecs.scaling && [plan.ecs.scaling[field]],
    scaled: (setting, factor) => {
      const { ecs } = setting.plan;
      return ecs.scaling
        ? {
            ...setting,
            plan: {
              ...setting.plan,
              ecs: {
                ...ecs,
                scaling: { ...ecs.scaling, [field]: scale(ecs.scaling[field], factor, limits) },
              },
            },
          }
        : setting;
    },
  };
}

function ofPrices(
  field: "lambdaUsdPerGbSecond" | "lambdaUsdPerRequest",
  unit: string,
): SourcedDefault {
  return {
    name: `prices.${field}`,
    unit,
    source: "the labels' price table",
    values: ({ prices }) => [prices[field]],
    scaled: (setting, factor) => ({
      ...setting,
      prices: { ...setting.prices, [field]: setting.prices[field] * factor },
    }),
  };
}

const FITTED = "fitted to the thesis's variance run";
const SHARE = { to: 1 };
const SECONDS = { from: 60 };

/**
 * Every figure the simulator did not get from the plan's design, each to be halved and doubled.
 * Left out are AWS's published limits (payload, concurrency, new environments), which are not
 * estimates, and what a plan chooses: sizes, rates, windows, memory, tasks.
 */
export const SOURCED_DEFAULTS: readonly SourcedDefault[] = [
  ofGroup("client", "timeoutMs", "ms", "Artillery's default"),
  ofGroup("client", "roundTripMs", "ms", FITTED),
  ofGroup("client", "firstWindowBytes", "bytes", "RFC 6928"),
  ofGroup("client", "uplinkMbitPerSecond", "Mbit/s", FITTED),
  ofGroup("client", "queuedKbPerBody", "KiB", FITTED),
  ofGroup("client", "maxQueueMs", "ms", FITTED),
  {
    name: "lambda.initialisation, median",
    unit: "ms",
    source: "SOURCES, Lambda initialisation",
    values: ({ plan }) => [Math.exp(plan.lambda.initialisation.lnMean)],
    scaled: ({ plan, prices }, factor) => {
      const { initialisation } = plan.lambda;
      return {
        prices,
        plan: {
          ...plan,
          lambda: {
            ...plan.lambda,
            initialisation: { ...initialisation, lnMean: initialisation.lnMean + Math.log(factor) },
          },
        },
      };
    },
  },
  {
    name: "lambda.initialisation, scatter",
    unit: "sd of ln(ms)",
    source: "SOURCES, Lambda initialisation",
    values: ({ plan }) => [plan.lambda.initialisation.lnSd],
    scaled: ({ plan, prices }, factor) => {
      const { initialisation } = plan.lambda;
      return {
        prices,
        plan: {
          ...plan,
          lambda: {
            ...plan.lambda,
            initialisation: {
              ...initialisation,
              lnSd: scale(initialisation.lnSd, factor, { to: 3 }),
            },
          },
        },
      };
    },
  },
  ofGroup(
    "lambda",
    "firstRunFactor",
    "times",
    "SOURCES, CPU, memory, noise (up to 10; a middle value)",
    { from: 1 },
  ),
  {
    name: "lambda.keepAlive",
    unit: "s",
    source: "SOURCES, idle environments (SeBS)",
    values: ({
      plan: {
        lambda: { keepAlive },
      },
    }) => [keepAlive.law === "fixed" ? keepAlive.seconds : keepAlive.periodSeconds],
    scaled: ({ plan, prices }, factor) => {
      const law = plan.lambda.keepAlive;
      const keepAlive =
        law.law === "fixed"
          ? { ...law, seconds: law.seconds * factor }
          : { ...law, periodSeconds: law.periodSeconds * factor };
      return { prices, plan: { ...plan, lambda: { ...plan.lambda, keepAlive } } };
    },
  },
  ofGroup("lambda", "fullVcpuMemoryMb", "MB", "SOURCES, CPU, memory, noise (AWS)"),
  ofGroup("lambda", "roundTrips", "round trips", FITTED, { from: 1 }),
  ofGroup("lambda", "overheadMs", "ms", FITTED),
  ofGroup("lambda", "errorShare", "share", FITTED, SHARE),
  ofGroup("ecs", "concurrencyPerTask", "requests", FITTED, { from: 1, whole: true }),
  ofGroup("ecs", "bufferedKb", "KiB", FITTED),
  ofGroup("ecs", "queueLimit", "requests", "uvicorn's default", { whole: true }),
  ofGroup("ecs", "roundTrips", "round trips", FITTED, { from: 1 }),
  ofGroup("ecs", "overheadMs", "ms", FITTED),
  ofGroup("ecs", "errorShare", "share", FITTED, SHARE),
  ofScaling("targetCpuPercent", "%", { to: 100 }),
  ofScaling("reactsAfterSeconds", "s", SECONDS),
  ofScaling("scalesInAfterSeconds", "s", SECONDS),
  ofScaling("taskStartSeconds", "s"),
  ofHandlers("waitMs", "ms, middle", "the thesis's sleeps (fitted); SOURCES, SeBS thumbnailer"),
  ofHandlers(
    "cpuMs",
    "ms on a vCPU",
    "SOURCES, SeBS thumbnailer; measured on the development machine",
  ),
  ofHandlers("cpuMsPerMb", "ms per MB on a vCPU", "fitted; measured on the development machine"),
  ofHandlers("noiseLnSd", "sd of ln(ms)", "SOURCES, CPU, memory, noise", { to: 3 }),
  ofHandlers("stragglerShare", "share", "SOURCES, CPU, memory, noise", SHARE),
  ofHandlers("stragglerFactor", "times, middle", "SOURCES, CPU, memory, noise", { from: 1 }),
  ofPrices("lambdaUsdPerGbSecond", "USD"),
  ofPrices("lambdaUsdPerRequest", "USD"),
  {
    name: "prices of Fargate",
    unit: "USD per vCPU and hour",
    source: "the labels' price table",
    values: ({ prices }) => [prices.fargateUsdPerVcpuHour],
    scaled: ({ plan, prices }, factor) => ({
      plan,
      prices: {
        ...prices,
        fargateUsdPerVcpuHour: prices.fargateUsdPerVcpuHour * factor,
        fargateUsdPerGbHour: prices.fargateUsdPerGbHour * factor,
      },
    }),
  },
];
