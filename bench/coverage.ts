import { SHARED_TASK_HOURS, THESIS_COST } from "lib/labels";
import { readPlan } from "lib/campaign";
import { estimatorCoverage } from "lib/routing";

// A process of its own: `node bench/dist/coverage.js PLAN [duets] [seed]`. Hides one half of each
// pair of so many simulated duets and prints how often the estimator's 95 % intervals cover what
// both halves say.
const [, , name, duets = "200", seed = "42"] = process.argv;
if (name === undefined) throw new Error("name a plan with `duet: true`, by its name or its file");
const { rows, pairs } = estimatorCoverage(readPlan(name), {
  terms: { ...THESIS_COST, cost: SHARED_TASK_HOURS },
  seed: Number(seed),
  duets: Number(duets),
});
process.stdout.write(`${duets} simulated duets of ${Math.round(pairs)} pairs on average\n`);
for (const { policy, axis, covered, bias, truth, error, halfWidth } of rows) {
  const share = (100 * covered.estimate).toFixed(1);
  process.stdout.write(
    `- ${policy}, ${axis}: covered ${share} % [${(100 * covered.low).toFixed(1)}, ` +
      `${(100 * covered.high).toFixed(1)}], bias ${((100 * bias) / truth).toFixed(2)} % of the ` +
      `value, half width ${(halfWidth / error).toFixed(2)} errors\n`,
  );
}
