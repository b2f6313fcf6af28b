import { existsSync, statSync } from "node:fs";
import { auditJson, auditRequests, auditTable, runAudit, SUITE, } from "../audit/index.js";
import { readPlan } from "../campaign/index.js";
import { readLabelledTable } from "../features/index.js";
import { readRequests } from "../requests/index.js";
import { auditText } from "./audit-text.js";
import { DONE, FAILED, out, outJson, UsageError, withUsersInput, } from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";
export const audit = {
    name: "audit",
    summary: "Looks for everything that makes a campaign (or any labelled table) useless for " +
        "learning. Exit status 1 when a check fails.",
    positionals: "LOGS|TABLE",
    maxPositionals: 1,
    options: {
        label: {
            type: "string",
            value: "COLUMN",
            help: "audit a table (.csv, .jsonl, .arrow) with this binary label",
        },
        features: {
            type: "string",
            value: "LIST",
            help: "its feature columns, separated by commas (default: all but the label)",
        },
        plan: { type: "string", value: "NAME|FILE", help: `compare with a plan: ${PLAN_NAMES}` },
        only: {
            type: "string",
            value: "LIST",
            help: `checks to run: ${SUITE.map(({ id }) => id).join(", ")}`,
        },
        skip: { type: "string", value: "LIST", help: "checks to leave out" },
        threshold: {
            type: "string",
            value: "LIST",
            help: "thresholds in place of the defaults: payload-sizes.sizes=5,...",
        },
        "no-fail": { type: "boolean", help: "exit with status 0 whatever is found" },
    },
    async run(args) {
        const [source] = args.positionals;
        if (!source)
            throw new UsageError("name a folder of logs, or a table with --label, e.g. `study audit " +
                "../shared/data/variance-run`");
        const input = args.text("label") === undefined
            ? await logsInput(source, args)
            : await tableInput(source, args);
        const result = runAudit(input, {
            only: list(args, "only"),
            skip: list(args, "skip"),
            thresholds: thresholds(args.text("threshold")),
        });
        if (args.flag("json"))
            outJson(auditJson(result));
        else
            out(auditText(result));
        return result.verdict === "fail" && !args.flag("no-fail") ? FAILED : DONE;
    },
};
async function logsInput(source, args) {
    if (!source.startsWith("s3://") &&
        existsSync(source) &&
        statSync(source).isFile() &&
        /\.(csv|arrow)$/.test(source)) {
        throw new UsageError(`${source} is a table: name its label with --label COLUMN`);
    }
    const planName = args.text("plan");
    const plan = planName === undefined ? undefined : await withUsersInput(() => readPlan(planName));
    const { requests, totals, fieldTypes } = await readRequests(source);
    return auditRequests(requests, { quarantined: totals.quarantined, fieldTypes, plan });
}
async function tableInput(source, args) {
    return auditTable(await readLabelledTable(source, {
        label: args.text("label"),
        features: list(args, "features"),
    }), { name: source.split(/[\\/]/).at(-1) });
}
function list(args, option) {
    return args
        .text(option)
        ?.split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "");
}
/** "payload-sizes.sizes=5,ceiling.low=0.7" by check and name. */
function thresholds(text) {
    const given = {};
    for (const item of text?.split(",") ?? []) {
        const match = /^\s*([\w-]+)\.(\w+)=(\S+)\s*$/.exec(item);
        if (!match || Number.isNaN(Number(match[3])))
            throw new UsageError(`--threshold takes check.name=number, separated by commas, not "${item}"`);
        (given[match[1]] ??= {})[match[2]] = Number(match[3]);
    }
    return given;
}
//# sourceMappingURL=audit.js.map