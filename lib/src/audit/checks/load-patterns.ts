import { gateThresholds } from "../../campaign/index.js";
import { MISSING, patternNames } from "../../requests/index.js";
import { NOTHING_TO_DO, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { requestsPerMinute } from "../runs.js";
import { count, counted, list } from "../words.js";

/**
 * Load patterns by their logged names; without names there is at most the one that the arrivals
 * show.
 */
export const loadPatterns: Check = {
  id: "load-patterns",
  group: "variance",
  question: "How many load patterns were run?",
  needs: ["requests"],
  thresholds: { ...gateThresholds("load-patterns"), rows: 30 },
  condition: ({ wanted, least, rows }) =>
    `${wanted} (${least} at least) with ${rows} requests each`,
  run(data, { wanted, least, rows }) {
    const { requests, runs } = data;
    const known = patternNames(requests);
    const logged = new Float64Array(known.length);
    for (const pattern of requests.loadPattern) if (pattern !== MISSING) logged[pattern]++;
    const named = known.filter((_, code) => logged[code] >= rows);
    const absent = known.filter((_, code) => logged[code] < rows);
    const unnamed = runs.filter(({ pattern }) => pattern === MISSING);
    const value = named.length + Number(named.length === 0 && unnamed.length > 0);
    const rates = unnamed.flatMap((run) => [...requestsPerMinute(run, requests.timestampMs)]);
    return {
      verdict: judgeSteps(wanted - value, 0, wanted - least),
      value,
      evidence:
        named.length > 0
          ? `The log names ${counted(named.length, "pattern")}: ${list(
              named.map((name) => `${name} (${count(logged[known.indexOf(name)])} requests)`),
              6,
            )}.`
          : "The log names no pattern" +
            (rates.length > 0
              ? `; between ${count(Math.min(...rates))} and ${count(Math.max(...rates))} ` +
                "requests arrived a minute"
              : "") +
            ": it counts as one.",
      advice:
        value >= wanted
          ? NOTHING_TO_DO
          : `Run ${absent.length > 0 ? list(absent) : "another load"} ` +
            `too${named.length === 0 ? ", and log which pattern is running" : ""}: under one ` +
            "load nothing is learned about queues and scaling.",
      offenders: absent.map((label) => ({ label, count: logged[known.indexOf(label)] })),
      figure: {
        kind: "bar",
        title: "Requests by logged load pattern",
        xTitle: "load pattern",
        yTitle: "requests",
        categories: [...known],
        series: [{ name: "requests", values: [...logged] }],
      },
    };
  },
};
