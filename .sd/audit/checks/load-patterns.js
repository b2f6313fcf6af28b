import { gateThresholds, LOAD_PATTERNS } from "../../campaign/index.js";
import { MISSING } from "../../requests/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { judgeSteps } from "../judge.js";
import { requestsPerMinute } from "../runs.js";
import { count, counted, list } from "../words.js";
/**
 * Load patterns by their logged names; without names there is at most the one that the arrivals
 * show.
 */
export const loadPatterns = {
    id: "load-patterns",
    group: "variance",
    question: "How many load patterns were run?",
    needs: ["requests"],
    thresholds: { ...gateThresholds("load-patterns"), rows: 30 },
    condition: ({ wanted, least, rows }) => `${wanted} (${least} at least) with ${rows} requests each`,
    run(data, { wanted, least, rows }) {
        const { requests, runs } = data;
        const logged = new Float64Array(LOAD_PATTERNS.length);
        for (const pattern of requests.loadPattern)
            if (pattern !== MISSING)
                logged[pattern]++;
        const named = LOAD_PATTERNS.filter((_, code) => logged[code] >= rows);
        const absent = LOAD_PATTERNS.filter((_, code) => logged[code] < rows);
        const unnamed = runs.filter(({ pattern }) => pattern === MISSING);
        const value = named.length + Number(named.length === 0 && unnamed.length > 0);
        const rates = unnamed.flatMap((run) => [...requestsPerMinute(run, requests.timestampMs)]);
        return {
            verdict: judgeSteps(wanted - value, 0, wanted - least),
            value,
            evidence: named.length > 0
                ? `The log names ${counted(named.length, "pattern")}: ${list(named.map((name) => `${name} (${count(logged[LOAD_PATTERNS.indexOf(name)])} requests)`), 6)}.`
                : "The log names no " +
                    `pattern${rates.length > 0 ? `; between ${count(Math.min(...rates))} and ${count(Math.max(...rates))} ` + "requests arrived a minute" : ""}: ` +
                    "it counts as one.",
            advice: value >= wanted
                ? NOTHING_TO_DO
                : `Run ${list(absent)} ` +
                    `too${named.length === 0 ? ", and log which pattern is running" : ""}: under one ` +
                    "load nothing is learned about queues and scaling.",
            offenders: absent.map((label) => ({ label, count: logged[LOAD_PATTERNS.indexOf(label)] })),
            figure: {
                kind: "bar",
                title: "Requests by logged load pattern",
                xTitle: "load pattern",
                yTitle: "requests",
                categories: [...LOAD_PATTERNS],
                series: [{ name: "requests", values: [...logged] }],
            },
        };
    },
};
//# sourceMappingURL=load-patterns.js.map