import { gateThresholds } from "../campaign/index.js";
/** A lookup of two planned columns must be this far below the model, one of all of them so far. */
export const LOOKUPS_BELOW = { twoColumns: 0.05, staticColumns: 0.03 };
/** The user's hope is 75 %; a campaign is designed to stand above it with room for bad luck. */
const DESIGNED_ACCURACY = { low: 0.78, high: 0.9 };
const within = (value, low, high) => Math.min(value - low, high - value);
/** What the search asks of a campaign: the gates that chance or design can turn, and no lookup. */
export const REQUIREMENTS = [
    {
        id: "label-share",
        slack: ({ lambdaShare }) => {
            const { low, high } = gateThresholds("label-share");
            const shares = Object.values(lambdaShare);
            return Math.min(...shares.map((share) => within(share, low, high))) / 0.05;
        },
    },
    {
        id: "cold-starts",
        slack: ({ coldShare }) => {
            const { low, high } = gateThresholds("cold-starts");
            return within(coldShare, low, high) / 0.01;
        },
    },
    trained("accuracy", ({ accuracy }) => {
        const { low, high } = DESIGNED_ACCURACY;
        return within(accuracy, low, high) / 0.012;
    }),
    trained("gap", ({ gap }) => (gateThresholds("gap").gap - gap) / 0.008),
    trained("top-feature", ({ topShare }) => (gateThresholds("top-feature").most - topShare) / 0.03),
    trained("contributing-features", ({ drops }) => {
        const { features } = gateThresholds("contributing-features");
        return ((drops[features - 1] ?? 0) - LEAST_DROP) / 0.003;
    }),
    trained("beats a lookup of two columns", ({ accuracy, twoColumns }) => (accuracy - twoColumns - LOOKUPS_BELOW.twoColumns) / 0.01),
    trained("beats a lookup of all planned columns", ({ accuracy, staticColumns }) => (accuracy - staticColumns - LOOKUPS_BELOW.staticColumns) / 0.01),
];
/** A tenth of a point: what the gate `contributing-features` counts as a contribution. */
const LEAST_DROP = 0.001;
function trained(id, slack) {
    return { id, slack: ({ trained: of }) => of && slack(of) };
}
/** Slack beyond this is no better than this: such a requirement is met whatever the seed. */
const ENOUGH = 2;
/** Judges what was measured, the worst over several simulations. */
export function standing(simulations) {
    const slacks = REQUIREMENTS.flatMap(({ id, slack }) => {
        const values = simulations.map(slack).filter((value) => value !== null);
        return values.length > 0 ? [{ id, value: Math.min(ENOUGH, ...values) }] : [];
    });
    const worst = slacks.reduce((least, one) => (one.value < least.value ? one : least));
    const mean = slacks.reduce((sum, { value }) => sum + value, 0) / slacks.length;
    const cost = Math.min(...simulations.map(({ costDecides }) => costDecides));
    return {
        worst: worst.value,
        binding: worst.id,
        score: worst.value + 0.05 * mean + Math.min(0.2, 4 * cost),
    };
}
//# sourceMappingURL=requirements.js.map