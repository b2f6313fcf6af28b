import { planDesign, type CampaignPlan } from "../campaign/index.js";
import { WorkerPool } from "../preflight/index.js";
import { createRandom, type Random } from "../statistics/index.js";
import {
  candidateOfPlan,
  drawCandidate,
  mutateCandidate,
  planOfCandidate,
  type Candidate,
} from "./candidate.js";
import { designFactors, type DesignFactor } from "./factors.js";
import type { MeasureJob } from "./measure-worker.js";
import { standing, type Measured, type Standing } from "./requirements.js";

/** What a campaign may cost, and how long its runs may be on. */
export interface DesignLimits {
  budgetUsd: number;
  /** Hours in which load is sent, all days together. */
  hours: number;
}

/** How far a search goes. The same figures and seed find the same plan. */
export interface SearchEffort {
  /** Candidates whose labels are looked at: the wide first round, drawn at random. */
  draws: number;
  /** Candidates of each later round, near the best of the round before. */
  neighbours: number;
  rounds: number;
  /** Candidates of a round that a model is trained on. */
  trained: number;
  /** Of those, the ones that are judged with every gate. */
  judged: number;
}

export const DEFAULT_EFFORT: SearchEffort = {
  draws: 2000,
  neighbours: 200,
  rounds: 5,
  trained: 10,
  judged: 3,
};

export interface SearchOptions extends DesignLimits {
  seed: number;
  effort?: Partial<SearchEffort>;
  /** Fewer pairs than these leave too few test rows to tell five points by (FEWEST_PAIRS). */
  fewestPairs?: number;
  /** Factors that keep the level of the base plan, by name. */
  fixed?: readonly string[];
  onProgress?: (progress: SearchProgress) => void;
  /** Ends the search with the best so far. */
  signal?: AbortSignal;
}

export interface SearchProgress {
  shareDone: number;
  looked: number;
  trained: number;
  /** The best so far; null before the first model. */
  best: Standing | null;
}

/**
 * Of the candidates with enough pairs and a link that carries them: the least that one costs which
 * is within the hours, and the fewest hours of one within the budget; infinite where there is none.
 */
export interface NearestPlans {
  costUsd: number;
  hours: number;
}

/** A candidate that was judged with every gate. */
export interface Finalist {
  candidate: Candidate;
  plan: CampaignPlan;
  measured: Measured[];
  standing: Standing;
  costUsd: number;
  hours: number;
}

export interface SearchResult {
  factors: DesignFactor[];
  /** Candidates that were drawn, within the limits, trained on, and judged with every gate. */
  looked: number;
  withinLimits: number;
  nearest: NearestPlans;
  trained: number;
  judged: number;
  /** The best, best first; empty where no candidate was within the limits. */
  finalists: Finalist[];
  /** True where the search was stopped before its end. */
  stopped: boolean;
}

/** How many of a round's candidates the next one is drawn near. */
const PARENTS = 8;
/** Models' seeds: the same for every candidate, so that they differ by their plans alone. */
const SEEDS = ["design/0", "design/1"] as const;
const FEWEST_PAIRS = 8000;
/** More pairs than these take longer to judge and show nothing more. */
const MOST_PAIRS = 40_000;
/** Above this load of the client's link its queue, not the platforms, would be measured. */
const MOST_UPLINK_LOAD = 0.6;

/**
 * Searches for a campaign of pairs: a wide first round looks at the labels of one simulated run of
 * each pattern, the best go on to a model trained on a whole simulated campaign, the best of those
 * to every gate, and later rounds look near the best (successive halving, then a local search).
 * Common random numbers: every candidate is simulated with the same seeds. Everything is simulated.
 */
export async function searchDesign(
  base: CampaignPlan,
  options: SearchOptions,
): Promise<SearchResult> {
  const search = new Search(base, options);
  try {
    return await search.run();
  } finally {
    await search.close();
  }
}

class Search {
  private readonly factors: DesignFactor[];
  private readonly effort: SearchEffort;
  private readonly random: Random;
  private readonly pool = new WorkerPool<MeasureJob, Measured>(
    new URL("./measure-worker.js", import.meta.url),
  );
  private readonly seen = new Set<string>();
  private finalists: Finalist[] = [];
  private looked = 0;
  private withinLimits = 0;
  private nearest: NearestPlans = { costUsd: Infinity, hours: Infinity };
  private trained = 0;
  private judged = 0;
  private done = 0;

  constructor(
    private readonly base: CampaignPlan,
    private readonly options: SearchOptions,
  ) {
    const { fixed = [] } = options;
    this.factors = designFactors(base).filter(({ name }) => !fixed.includes(name));
    this.effort = { ...DEFAULT_EFFORT, ...options.effort };
    this.random = createRandom(options.seed).fork("design");
  }

  async run(): Promise<SearchResult> {
    const { draws, neighbours, rounds } = this.effort;
    const first = candidateOfPlan(this.base, this.factors);
    await this.round(draws, (i) =>
      i === 0
        ? first
        : i % 2 === 0
          ? drawCandidate(this.factors, this.random)
          : mutateCandidate(first, this.factors, this.random),
    );
    for (let round = 0; round < rounds && this.finalists.length > 0; round++) {
      if (this.options.signal?.aborted) break;
      const parents = this.finalists.slice(0, PARENTS).map(({ candidate }) => candidate);
      await this.round(neighbours, () =>
        mutateCandidate(parents[this.random.integer(parents.length)], this.factors, this.random),
      );
    }
    const { factors, looked, withinLimits, nearest, trained, judged, finalists } = this;
    const stopped = this.options.signal?.aborted ?? false;
    return { factors, looked, withinLimits, nearest, trained, judged, finalists, stopped };
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  /** Looks at the labels of so many new candidates, and trains on the best of them. */
  private async round(count: number, draw: (i: number) => Candidate): Promise<void> {
    const candidates = Array.from({ length: count }, (_, i) => draw(i)).filter((candidate) =>
      this.isNew(candidate),
    );
    const looks = await Promise.all(candidates.map((candidate) => this.look(candidate)));
    const best = looks
      .filter((look) => look !== null)
      .sort((a, b) => b.standing.score - a.standing.score)
      .slice(0, this.effort.trained);
    const models = (await Promise.all(best.map(({ candidate }) => this.train(candidate))))
      .filter((model) => model !== null)
      .sort((a, b) => b.standing.score - a.standing.score)
      .slice(0, this.effort.judged);
    const judged = await Promise.all(models.map(({ candidate }) => this.judge(candidate)));
    this.finalists = [...this.finalists, ...judged.filter((model) => model !== null)].sort(
      (a, b) => b.standing.score - a.standing.score,
    );
  }

  private isNew(candidate: Candidate): boolean {
    const key = candidate.join();
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  /** Labels of one simulated day; null where the candidate is outside the limits. */
  private async look(
    candidate: Candidate,
  ): Promise<{ candidate: Candidate; standing: Standing } | null> {
    const plan = planOfCandidate(this.base, this.factors, candidate);
    this.looked++;
    if (!this.isWithinLimits(plan) || this.options.signal?.aborted) return this.step(null);
    this.withinLimits++;
    const measured = await this.pool.run({ plan, seed: SEEDS[0], fidelity: "labels" });
    return this.step({ candidate, standing: standing([measured]) });
  }

  /** Boosting on one simulated campaign. */
  private async train(
    candidate: Candidate,
  ): Promise<{ candidate: Candidate; standing: Standing } | null> {
    if (this.options.signal?.aborted) return null;
    const plan = planOfCandidate(this.base, this.factors, candidate);
    const measured = await this.pool.run({ plan, seed: SEEDS[0], fidelity: "model" });
    this.trained++;
    return this.step({ candidate, standing: standing([measured]) });
  }

  /** Every gate on several simulated campaigns. */
  private async judge(candidate: Candidate): Promise<Finalist | null> {
    if (this.options.signal?.aborted) return null;
    const plan = planOfCandidate(this.base, this.factors, candidate);
    const measured = await Promise.all(
      SEEDS.map((seed) => this.pool.run({ plan, seed, fidelity: "gates" })),
    );
    this.judged++;
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

  private isWithinLimits(plan: CampaignPlan): boolean {
    const { budgetUsd, hours, fewestPairs = FEWEST_PAIRS } = this.options;
    const design = planDesign(plan);
    const pairs = design.expectedRequests / 2;
    const isUsable =
      pairs >= fewestPairs &&
      pairs <= MOST_PAIRS &&
      design.runs.every(({ uplinkLoad }) => uplinkLoad <= MOST_UPLINK_LOAD) &&
      design.impossible.length === 0;
    if (!isUsable) return false;
    const isAffordable = design.bill.totalUsd <= budgetUsd;
    const isShort = design.hours <= hours;
    if (isShort) this.nearest.costUsd = Math.min(this.nearest.costUsd, design.bill.totalUsd);
    if (isAffordable) this.nearest.hours = Math.min(this.nearest.hours, design.hours);
    return isAffordable && isShort;
  }

  private step<T>(value: T): T {
    const { draws, neighbours, rounds, trained, judged } = this.effort;
    const steps = draws + rounds * neighbours + (rounds + 1) * (trained + judged);
    this.options.onProgress?.({
      shareDone: Math.min(1, ++this.done / steps),
      looked: this.looked,
      trained: this.trained,
      best: this.finalists[0]?.standing ?? null,
    });
    return value;
  }
}
