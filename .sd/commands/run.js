import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { beginRun, chooseRun, clearAllParts, claimRun, collectGates, PROJECT_ROOT, readManifest, runFolder, staleNotebooks, } from "../artefacts/index.js";
import { worstVerdict } from "../campaign/index.js";
import { gateLines } from "../display/index.js";
import { writeReport } from "../report/index.js";
import { executeNotebooks } from "../runner/index.js";
import { DONE, FAILED, out, outJson, UsageError, withUsersInput, } from "./command.js";
export const run = {
    name: "run",
    summary: "Executes the notebooks in order, writes processed-data/<run>/ and the report, and " +
        "prints the gates.",
    positionals: "",
    maxPositionals: 0,
    options: {
        data: {
            type: "string",
            value: "DIR",
            help: "folder of logs, or s3://bucket/prefix (default: a simulated campaign)",
        },
        seed: { type: "string", value: "N", help: "seed of everything random (default 42)" },
        run: {
            type: "string",
            value: "NAME",
            help: "name of the folder under processed-data (default: from the data)",
        },
        only: { type: "string", value: "LIST", help: "notebooks to execute, by number: 01,03" },
        collect: {
            type: "boolean",
            help: "notebook 02 also collects a real campaign on this machine (a minute); its times " +
                "differ from run to run",
        },
        "in-place": {
            type: "boolean",
            help: "write the outputs into notebooks/ instead of the run's folder",
        },
        "cell-limit": {
            type: "string",
            value: "SECONDS",
            help: "longest time for one cell (default 600)",
        },
        strict: { type: "boolean", help: "exit with status 1 when a gate fails" },
    },
    async run(args) {
        const cellLimitMs = (args.number("cell-limit") ?? 600) * 1000;
        if (cellLimitMs <= 0)
            throw new UsageError(`--cell-limit takes seconds above 0, not ${args.text("cell-limit")}`);
        const given = {
            data: args.text("data") && sourceOf(args.text("data")),
            seed: args.whole("seed") ?? 42,
            run: args.text("run"),
        };
        const chosen = await withUsersInput(() => chooseRun(given));
        const folder = runFolder(chosen.run);
        if (chosen.data === folder || chosen.data?.startsWith(folder + path.sep))
            throw new UsageError(`the logs lie in ${path.relative(process.cwd(), folder)}, where this run would ` +
                "write; move them or give the run another name with --run");
        if (existsSync(folder) && !statSync(folder).isDirectory())
            throw new UsageError(`processed-data/${chosen.run} is a file; give the run another name with --run`);
        const files = selectNotebooks(args.text("only"));
        const release = await withUsersInput(() => claimRun(chosen.run));
        process.once("exit", release);
        await withUsersInput(() => beginRun(chosen));
        clearAllParts(folder);
        // A complete run starts from nothing, so that no file of an earlier one can pass for its own.
        // Nothing the user typed may be refused after this line: what is deleted here is not coming
        // back.
        if (args.text("only") === undefined) {
            rmSync(folder, { recursive: true, force: true });
            beginRun(chosen);
        }
        const executed = path.join(folder, "notebooks");
        mkdirSync(executed, { recursive: true });
        const abort = new AbortController();
        const interrupt = () => abort.abort();
        process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
        const results = await executeNotebooks(files.map((file) => ({
            file: path.join(PROJECT_ROOT, "notebooks", file),
            outPath: args.flag("in-place") ? undefined : path.join(executed, file),
        })), {
            env: {
                STUDY_DATA: chosen.data ?? "",
                STUDY_SEED: String(chosen.seed),
                STUDY_RUN: chosen.run,
                STUDY_COLLECT: args.flag("collect") ? "1" : "",
            },
            cellLimitMs,
            signal: abort.signal,
            onProgress: progressPrinter(),
        }).finally(() => process.off("SIGINT", interrupt).off("SIGTERM", interrupt));
        const stale = { ...staleNotebooks(chosen.run), ...unfinished(results) };
        const gates = collectGates(chosen.run, stale);
        const written = args.flag("in-place") ? path.join(PROJECT_ROOT, "notebooks") : executed;
        const report = abort.signal.aborted
            ? null
            : await writeRunReport({ chosen, notebooks: written, gates, stale });
        const failed = results.some(({ status }) => status !== "done");
        print(args, results, gates, failed, report);
        return failed ||
            (args.flag("strict") && worstVerdict(gates.map((gate) => gate.verdict)) === "fail")
            ? FAILED
            : DONE;
    },
};
/**
 * A path is the user's, from where the command was typed (npm changes to the root and keeps that in
 * INIT_CWD).
 */
function sourceOf(data) {
    if (data.startsWith("s3://"))
        return data;
    const location = path.resolve(process.env.INIT_CWD ?? process.cwd(), data);
    if (!existsSync(location))
        throw new UsageError(`there is no folder or file "${data}"; --data takes a folder of .jsonl or .jsonl.gz ` +
            "logs, or s3://bucket/prefix");
    return location;
}
function selectNotebooks(only) {
    const all = readdirSync(path.join(PROJECT_ROOT, "notebooks"))
        .filter((file) => file.endsWith(".ipynb"))
        .sort();
    if (only === undefined)
        return all;
    return only.split(",").map((wanted) => {
        const file = all.find((name) => name.startsWith(wanted.trim()));
        if (!file || wanted.trim() === "")
            throw new UsageError(`no notebook begins with "${wanted}"; there are ${all.join(", ")}`);
        return file;
    });
}
/** What a notebook that failed just now left before is not what its page shows. */
function unfinished(results) {
    return Object.fromEntries(results
        .filter(({ status }) => status === "failed")
        .map(({ notebook }) => path.basename(notebook, ".ipynb"))
        .map((name) => [name, `an error stopped the notebook: run notebook ${name} again`]));
}
async function writeRunReport({ chosen, notebooks, gates, stale }) {
    const folder = runFolder(chosen.run);
    const files = readdirSync(notebooks)
        .filter((file) => file.endsWith(".ipynb"))
        .sort()
        .map((file) => path.join(notebooks, file));
    const outFolder = path.join(folder, "report");
    const manifest = readManifest(folder);
    const simulated = manifest?.simulated ?? chosen.data === null;
    const { machine, packages } = Object.values(manifest?.notebooks ?? {}).at(-1) ?? {};
    const details = [
        ["seed", String(chosen.seed)],
        ["source", manifest?.source.name ?? "unknown"],
        ...(machine ? [["Node", machine.node]] : []),
        ...Object.entries(packages ?? {}),
    ];
    await writeReport({
        notebooks: files,
        gates,
        stale: { ...stale, ...stalePages(files, manifest) },
        outFolder,
        provenance: {
            kind: simulated ? "simulated" : "measured",
            name: chosen.run,
            details: details,
        },
    });
    return path.relative(process.cwd(), path.join(outFolder, "index.html"));
}
/**
 * Pages that were made before their notebook was run again, by hand: their numbers are not those
 * of the run's files.
 */
function stalePages(files, manifest) {
    return Object.fromEntries(files.flatMap((file) => {
        const name = path.basename(file, ".ipynb");
        const finishedAt = manifest?.notebooks[name]?.finishedAt;
        return finishedAt !== undefined && statSync(file).mtimeMs < Date.parse(finishedAt)
            ? [[name, `the notebook was run again after this page: run notebook ${name} again`]]
            : [];
    }));
}
/**
 * One line that is rewritten on a terminal, one line a notebook elsewhere; on standard error, so
 * that `--json` stays clean.
 */
function progressPrinter() {
    const terminal = process.stderr.isTTY;
    let lastNotebook = 0;
    return ({ notebook, status, cell, cells, number, notebooks, elapsedMs }) => {
        const name = path.basename(notebook, ".ipynb");
        if (terminal)
            process.stderr.write(`\r\x1b[K[${number}/${notebooks}] ${name}  cell ${cell} of ${cells}  ` +
                `${(elapsedMs / 1000).toFixed(1)} s`);
        else if (number !== lastNotebook)
            process.stderr.write(`[${number}/${notebooks}] ${name}\n`);
        lastNotebook = number;
        if (terminal && (status === "failed" || (status === "done" && cell === cells)))
            process.stderr.write("\n");
    };
}
function print(args, results, gates, failed, report) {
    const notebooks = results.map(({ notebook, status, seconds }) => ({
        name: path.basename(notebook, ".ipynb"),
        status,
        seconds: Math.round(seconds * 10) / 10,
    }));
    for (const { error } of results)
        if (error)
            process.stderr.write(`${error.message}\n`);
    if (args.flag("json")) {
        const verdict = failed ? "fail" : worstVerdict(gates.map((gate) => gate.verdict));
        outJson({
            verdict,
            gates: gates.map(({ id, value, target, verdict: judged }) => ({
                id,
                value,
                target,
                verdict: judged,
            })),
            notebooks,
            report,
        });
        return;
    }
    for (const { name, status, seconds } of notebooks)
        out(`${name.padEnd(34)}${status.padEnd(9)}${seconds.toFixed(1).padStart(7)} s`);
    out("");
    out(gateLines(gates));
    for (const why of new Set(gates.flatMap(({ stale }) => stale ?? [])))
        out(`Stale: ${why}`);
    if (report)
        out(`\nReport: ${report}`);
}
//# sourceMappingURL=run.js.map