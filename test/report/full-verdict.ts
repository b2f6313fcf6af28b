import { studyVerdict, type StudyVerdict } from "lib/verdict";
import { artefactsOf, auditOf, checkOf } from "../verdict/artefacts-of.js";

const interval = (estimate: number, low: number, high: number) => ({
  estimate,
  low,
  high,
  level: 0.95,
});
const dropOf = (mean: number) => ({
  raw: [mean],
  mean,
  standardDeviation: 0,
  exact: { mean, standardError: 0.002, over: "blocks", degreesOfFreedom: 30 },
  share: mean,
});

/** The verdict on a run that has everything, with words as long as they come. */
export function fullVerdict(): StudyVerdict {
  const workloads = [
    "lightweight_api",
    "thumbnail_processing",
    "medium_processing",
    "heavy_processing",
  ];
  const inputs = ["payload size", "workload", "time of day", "load pattern", "time window"];
  const model = { kind: "neural-network", title: "Neural network" };
  const accuracy = interval(0.6959, 0.6887, 0.7024);
  const groups = inputs.map((name, at) => {
    const drop = dropOf(0.05 / (at + 1));
    return { name, features: [name], accuracy: drop, logLoss: drop, costUsd: null };
  });
  const failing = ["missing-at-random", "clocks-agree", "aliased-factors", "memory-declared"];
  const labelled = { labelled: 1000, lambda: 640 };
  return studyVerdict(
    artefactsOf({
      simulated: true,
      audit: auditOf({
        kind: "simulated",
        rows: 88_286,
        checks: failing.map((id) =>
          checkOf(id, "fail", {
            evidence: "Lambda's share of the answers goes from 48.8 % [45.5, 52.0] to 97.0 %.",
            offenders: [{ label: "x", count: 36_479 }],
          }),
        ),
      }),
      labelling: {
        labelled: 88_161,
        byWorkload: Object.fromEntries(workloads.map((name) => [name, labelled])),
      } as never,
      training: {
        best: model.kind,
        bounds: auditOf().attainability!,
        models: [{ ...model, intervals: { accuracy } }],
        pairs: [
          { a: model.title, b: "Lookup of three columns", difference: interval(0, -0.1, 0.1) },
        ],
      },
      importance: {
        best: model.kind,
        inputs: [{ title: model.title, importance: { groups } as never }],
      },
      routing: {
        verdict:
          'On this simulated campaign the router "cost-sensitive" would have saved 212.2 ms a ' +
          "request [159.3, 277.8] but lost 0.181 USD per million requests [0.106, 0.242] against " +
          "always Lambda, the best fixed choice (exact: both outcomes of each request are " +
          "simulated, 17,482 requests).",
        router: "r",
        comparison: {
          reference: "always Lambda",
          values: [
            {
              policy: "r",
              saved: {
                latencyMs: interval(212, 159, 278),
                costUsd: interval(-1.8e-7, -2.4e-7, -1e-7),
              },
            },
          ],
        } as never,
      },
    }),
  );
}
