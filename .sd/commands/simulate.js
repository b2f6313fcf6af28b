import { readPlan, repeatPlan, shippedPlan } from "../campaign/index.js";
import { formatNumber } from "../display/index.js";
import { compareWithLogs, fitPlanToLogs, writeSimulatedArrow, writeSimulatedLogs, } from "../platforms/index.js";
import { readRequests } from "../requests/index.js";
import { DONE, out, outJson, UsageError, withUsersInput, } from "./command.js";
import { fitText } from "./fit-text.js";
import { PLAN_NAMES } from "./plan-names.js";
export const simulate = {
    name: "simulate",
    summary: "Simulates a campaign in virtual time and writes its logs in the format of the real " +
        "ones. The same plan and seed give the same bytes.\n" +
        "With --like, fits a plan to logs first and shows which of their cells its simulation " +
        "does not reproduce.",
    positionals: "",
    maxPositionals: 0,
    options: {
        plan: { type: "string", value: "NAME|FILE", help: `${PLAN_NAMES} (default variance)` },
        like: {
            type: "string",
            value: "LOGS",
            help: "a plan fitted to these logs, in place of --plan; --out is then optional",
        },
        out: { type: "string", value: "DIR", help: "folder for the logs; it must not hold other logs" },
        seed: { type: "string", value: "N", help: "seed (default 42)" },
        requests: {
            type: "string",
            value: "N",
            help: "repeat the plan's days until it asks for so many requests, however many",
        },
        format: {
            type: "string",
            value: "FORMAT",
            help: "jsonl (default), or arrow: columns in parts of half a million requests, which every " +
                "reader takes",
        },
        gzip: { type: "boolean", help: "write .jsonl.gz" },
    },
    async run(args) {
        const seed = args.whole("seed") ?? 42;
        const like = args.text("like");
        if (like !== undefined)
            return simulateLike(like, seed, args);
        if (args.text("out") === undefined)
            throw new UsageError("--out DIR says where the logs go");
        const named = await withUsersInput(() => readPlan(args.text("plan") ?? "variance"));
        const requests = args.whole("requests", 1);
        const plan = requests === undefined ? named : repeatPlan(named, requests);
        checkFormat(plan, args);
        const totals = await writeLogs(plan, seed, args);
        if (args.flag("json"))
            outJson({ simulated: true, plan: plan.name, seed, ...totals });
        else
            out(writtenText(plan, seed, args, totals));
        return DONE;
    },
};
/**
 * Lines lie in a file for each run, day, workload and platform: of sparse campaigns of many years
 * no file system wants that many.
 */
const MOST_FILES = 100_000;
function checkFormat(plan, args) {
    const format = args.text("format") ?? "jsonl";
    if (format !== "jsonl" && format !== "arrow")
        throw new UsageError(`--format is jsonl or arrow, not "${format}"`);
    if (format === "arrow" && args.flag("gzip"))
        throw new UsageError("--gzip is for --format jsonl; leave it out");
    const files = plan.runs.length * plan.days * plan.workloads.length * 2;
    if (format === "jsonl" && files > MOST_FILES) {
        throw new UsageError(`${files} files of ${plan.days} days would be written; use --format arrow, or a plan ` +
            "with higher rates");
    }
}
async function simulateLike(logs, seed, args) {
    for (const own of ["plan", "requests"])
        if (args.text(own) !== undefined)
            throw new UsageError(`--like fits a plan of its own; leave out --${own}, or --like`);
    checkFormat(shippedPlan("variance"), args);
    const { requests } = await readRequests(logs);
    const plan = fitPlanToLogs(requests);
    const comparison = compareWithLogs(plan, requests, { seed });
    const totals = args.text("out") === undefined ? null : await writeLogs(plan, seed, args);
    if (args.flag("json"))
        outJson({ simulated: true, seed, plan, comparison, ...totals });
    else
        out([
            fitText(plan, comparison, requests.provenance.name, seed),
            ...(totals ? ["", writtenText(plan, seed, args, totals)] : []),
        ].join("\n"));
    return DONE;
}
/** Writes a plan's simulated logs to --out, with the share that is done on a terminal. */
async function writeLogs(plan, seed, args) {
    const terminal = process.stderr.isTTY;
    const onProgress = (share) => void (terminal && process.stderr.write(`\r\x1b[K${(100 * share).toFixed(0)} %`));
    const folder = args.text("out");
    const options = { seed, onProgress };
    const totals = await withUsersInput(() => args.text("format") === "arrow"
        ? writeSimulatedArrow(plan, folder, options)
        : writeSimulatedLogs(plan, folder, { ...options, gzip: args.flag("gzip") }));
    if (terminal)
        process.stderr.write("\r\x1b[K");
    return totals;
}
function writtenText(plan, seed, args, { requests, answered, coldStartShare }) {
    return (`Simulated ${plan.name} (seed ${seed}): ${formatNumber(requests, "count")} requests in ` +
        `${args.text("out")}, ${formatNumber(answered, "count")} answered; ` +
        `${formatNumber(coldStartShare, "share")} of Lambda's were cold starts.`);
}
//# sourceMappingURL=simulate.js.map