import { planDesign } from "../campaign/index.js";
import { WorkerPool } from "../preflight/index.js";
import { createRandom } from "../statistics/index.js";
import { candidateOfPlan, drawCandidate, mutateCandidate, planOfCandidate, } from "./candidate.js";
import { designFactors } from "./factors.js";
import { standing } from "./requirements.js";
export const DEFAULT_EFFORT = {
    draws: 2000,
    neighbours: 200,
    rounds: 5,
    trained: 24,
};
/** How many of a round's candidates the next one is drawn near. */
const PARENTS = 8;
/** Models' seeds: the same for every candidate, so that they differ by their plans alone. */
const SEEDS = ["design/0", "design/1"];
/** A campaign of fewer pairs leaves too few test rows to tell five points by. */
const FEWEST_PAIRS = 8000;
/** More pairs than these take longer to judge and show nothing more. */
const MOST_PAIRS = 40_000;
/** Above this load of the client's link its queue, not the platforms, would be measured. */
const MOST_UPLINK_LOAD = 0.6;
/**
 * Searches for a campaign of pairs: a wide first round looks at the labels of one simulated day of
 * each candidate, the best go on to a model trained on a whole simulated campaign, and later rounds
 * look near the best (successive halving, then a local search). Common random numbers: every
 * candidate is simulated with the same seeds. Everything is simulated.
 */
export async function searchDesign(base, options) {
    const search = new Search(base, options);
    try {
        return await search.run();
    }
    finally {
        await search.close();
    }
}
class Search {
    base;
    options;
    factors;
    effort;
    random;
    pool = new WorkerPool(new URL("./measure-worker.js", import.meta.url));
    seen = new Set();
    finalists = [];
    looked = 0;
    withinLimits = 0;
    trained = 0;
    done = 0;
    constructor(base, options) {
        this.base = base;
        this.options = options;
        const { fixed = [] } = options;
        this.factors = designFactors(base).filter(({ name }) => !fixed.includes(name));
        this.effort = { ...DEFAULT_EFFORT, ...options.effort };
        this.random = createRandom(options.seed).fork("design");
    }
    async run() {
        const { draws, neighbours, rounds } = this.effort;
        const first = candidateOfPlan(this.base, this.factors);
        await this.round(draws, (i) => i === 0
            ? first
            : i % 2 === 0
                ? drawCandidate(this.factors, this.random)
                : mutateCandidate(first, this.factors, this.random));
        for (let round = 0; round < rounds && this.finalists.length > 0; round++) {
            if (this.options.signal?.aborted)
                break;
            const parents = this.finalists.slice(0, PARENTS).map(({ candidate }) => candidate);
            await this.round(neighbours, () => mutateCandidate(parents[this.random.integer(parents.length)], this.factors, this.random));
        }
        const { factors, looked, withinLimits, trained, finalists } = this;
        const stopped = this.options.signal?.aborted ?? false;
        return { factors, looked, withinLimits, trained, finalists, stopped };
    }
    close() {
        return this.pool.close();
    }
    /** Looks at the labels of so many new candidates, and trains on the best of them. */
    async round(count, draw) {
        const candidates = Array.from({ length: count }, (_, i) => draw(i)).filter((candidate) => this.isNew(candidate));
        const looks = await Promise.all(candidates.map((candidate) => this.look(candidate)));
        const best = looks
            .filter((look) => look !== null)
            .sort((a, b) => b.standing.score - a.standing.score)
            .slice(0, this.effort.trained);
        const models = await Promise.all(best.map(({ candidate }) => this.train(candidate)));
        this.finalists = [...this.finalists, ...models.filter((model) => model !== null)].sort((a, b) => b.standing.score - a.standing.score);
    }
    isNew(candidate) {
        const key = candidate.join();
        if (this.seen.has(key))
            return false;
        this.seen.add(key);
        return true;
    }
    /** Labels of one simulated day; null where the candidate is outside the limits. */
    async look(candidate) {
        const plan = planOfCandidate(this.base, this.factors, candidate);
        this.looked++;
        if (!this.isWithinLimits(plan) || this.options.signal?.aborted)
            return this.step(null);
        this.withinLimits++;
        const measured = await this.pool.run({ plan, seed: SEEDS[0], fidelity: "labels" });
        return this.step({ candidate, standing: standing([measured]) });
    }
    async train(candidate) {
        if (this.options.signal?.aborted)
            return null;
        const plan = planOfCandidate(this.base, this.factors, candidate);
        const measured = await Promise.all(SEEDS.map((seed) => this.pool.run({ plan, seed, fidelity: "model" })));
        this.trained++;
        const { bill, hours } = planDesign(plan);
        return this.step({
            candidate,
            plan,
            measured,
            standing: standing(measured),
            costUsd: bill.totalUsd,
            hours,
        });
    }
    isWithinLimits(plan) {
        const { budgetUsd, hours } = this.options;
        const design = planDesign(plan);
        const pairs = design.expectedRequests / 2;
        return (design.bill.totalUsd <= budgetUsd &&
            design.hours <= hours &&
            pairs >= FEWEST_PAIRS &&
            pairs <= MOST_PAIRS &&
            design.runs.every(({ uplinkLoad }) => uplinkLoad <= MOST_UPLINK_LOAD) &&
            design.impossible.length === 0);
    }
    step(value) {
        const { draws, neighbours, rounds, trained } = this.effort;
        const steps = draws + rounds * neighbours + (rounds + 1) * trained;
        this.options.onProgress?.({
            shareDone: Math.min(1, ++this.done / steps),
            looked: this.looked,
            trained: this.trained,
            best: this.finalists[0]?.standing ?? null,
        });
        return value;
    }
}
//# sourceMappingURL=search.js.map