import { AUTHOR_PRICES, PRICE_TABLES, type PriceTable } from "../campaign/index.js";
import { SettingsError } from "./check.js";
import type { StudyFile } from "./schema.js";

/**
 * AWS asks a fifth less for Arm, of functions (1.33334e-5 USD per GB-second for 1.66667e-5) and of
 * tasks (0.03238 USD per vCPU-hour for 0.04048), list prices of us-east-1, November 2025. Requests
 * and balancers cost the same.
 */
const ARM_FACTOR = 0.8;

const FIGURES = [
  "lambdaUsdPerGbSecond",
  "lambdaUsdPerRequest",
  "fargateUsdPerVcpuHour",
  "fargateUsdPerGbHour",
  "loadBalancerUsdPerHour",
] as const;

type StatedPrices = NonNullable<StudyFile["prices"]>;

/**
 * The price table that a study states: a shipped region's, with figures of the user's own in place
 * of its (they are taken as they stand, for the architecture that is used), and what Savings Plans
 * and Spot leave of it. Throws a SettingsError for a region that is not shipped, unless all its
 * figures and their source are given.
 */
export function priceTable(stated: StatedPrices): PriceTable {
  const { region = AUTHOR_PRICES.region, architecture = "x86" } = stated;
  const shipped = PRICE_TABLES.find((table) => table.region === region);
  const missing = FIGURES.filter((figure) => stated[figure] === undefined);
  if (!shipped && (missing.length > 0 || stated.source === undefined))
    throw new SettingsError(
      `prices.region is "${region}", whose prices are not shipped; take one of ` +
        `${PRICE_TABLES.map((table) => table.region).join(", ")}, or give prices.` +
        `${[...missing, ...(stated.source === undefined ? ["source"] : [])].join(", prices.")}`,
    );
  const arm = architecture === "arm" ? ARM_FACTOR : 1;
  const lambda = stated.lambdaSavingsFactor ?? 1;
  const fargate = (stated.fargateSavingsFactor ?? 1) * (stated.fargateSpotFactor ?? 1);
  const figure = (name: (typeof FIGURES)[number], onArm: number): number =>
    stated[name] ?? shipped![name] * onArm;
  const own = FIGURES.length - missing.length;
  return {
    name: own === 0 && shipped ? shipped.name : region,
    region,
    source: sourceInWords(stated, shipped, own),
    lambdaUsdPerGbSecond: figure("lambdaUsdPerGbSecond", arm) * lambda,
    lambdaUsdPerRequest: figure("lambdaUsdPerRequest", 1),
    fargateUsdPerVcpuHour: figure("fargateUsdPerVcpuHour", arm) * fargate,
    fargateUsdPerGbHour: figure("fargateUsdPerGbHour", arm) * fargate,
    loadBalancerUsdPerHour: figure("loadBalancerUsdPerHour", 1),
  };
}

/** Where the figures come from, and what was taken off them. */
function sourceInWords(
  stated: StatedPrices,
  shipped: PriceTable | undefined,
  ownFigures: number,
): string {
  const { architecture, lambdaSavingsFactor, fargateSavingsFactor, fargateSpotFactor } = stated;
  const own = [stated.source ?? "the study's own figures", stated.date].filter(Boolean).join(", ");
  const parts = [
    ...(shipped && ownFigures < FIGURES.length ? [shipped.source] : []),
    ...(ownFigures > 0 ? [own] : []),
    ...(architecture === "arm" && ownFigures < FIGURES.length ? ["Arm a fifth below x86"] : []),
    ...taken("Savings Plan on Lambda", lambdaSavingsFactor),
    ...taken("Savings Plan on Fargate", fargateSavingsFactor),
    ...taken("Fargate Spot", fargateSpotFactor),
  ];
  return parts.join("; ");
}

function taken(what: string, factor: number | undefined): string[] {
  return factor === undefined || factor === 1 ? [] : [`${what}: times ${factor}`];
}
