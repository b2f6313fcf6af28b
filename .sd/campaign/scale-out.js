import { planPrices } from "./plan-bill.js";
import { scheduleRuns } from "./plan-schedule.js";
import { lambdaCostUsd, taskUsdPerHour } from "./prices.js";
/** What Artillery 2.0.34 starts for a worker unless told otherwise. */
const FARGATE_WORKER = { vcpu: 4, memoryGb: 8 };
const LAMBDA_WORKER_MB = 4096;
/** It gives its function 15 min (Lambda's limit), of which a worker may wait 3 for the others. */
const LAMBDA_WORKER_MINUTES = 12;
/**
 * The processor puts a part every 2 s at most in each thread that sends; a Fargate worker of 4 vCPU
 * has 3 of them, a function's 3 vCPU make 2.
 */
const PART_SECONDS = 2;
const SENDING_THREADS = { fargate: 3, lambda: 2 };
/** AWS list price of a PUT to S3 Standard, us-east-1 and eu-west-1, November 2025. */
const S3_PUT_USD = 0.005 / 1000;
/**
 * Runs of a plan's day that workers of the engine can share, and why they cannot share the others.
 */
export function sharedRuns(plan, { engine, workers }) {
    const runs = [];
    const left = [];
    for (const scheduled of scheduleRuns(plan).filter(({ day }) => day === 0)) {
        const limit = engineLimit(plan, scheduled, engine, workers);
        if (limit)
            left.push({
                field: `runs (${scheduled.run.window ?? "not logged"}, ${scheduled.run.pattern})`,
                ...limit,
            });
        else
            runs.push(scheduled);
    }
    return { runs, left };
}
function engineLimit(plan, { run, phases, durationMs }, engine, workers) {
    const { arrivals } = plan.patterns[run.pattern];
    const minutes = durationMs / 60_000;
    if (typeof arrivals === "object" && arrivals.cv !== 1 && workers > 1) {
        return {
            problem: `gamma arrivals (cv ${arrivals.cv}) of ${workers} workers together are no gamma ` +
                "arrivals",
            remedy: "send it from one machine",
        };
    }
    if (arrivals !== "even" && phases.length > 1) {
        return {
            problem: "irregular arrivals in several phases cannot be timed",
            remedy: "give each phase a pattern of its own",
        };
    }
    if (engine === "lambda" && minutes > LAMBDA_WORKER_MINUTES) {
        return {
            problem: `it lasts ${minutes} min, and a worker on Lambda has ${LAMBDA_WORKER_MINUTES} for its ` +
                "load",
            remedy: "use fargate, or shorter runs",
        };
    }
    return null;
}
/**
 * What the workers themselves cost for all runs of the plan that can be sent this way, beyond the
 * plan's own bill.
 */
export function workerBill(plan, { engine, workers }) {
    const prices = planPrices(plan);
    const { runs } = sharedRuns(plan, { engine, workers });
    const hours = (plan.days * runs.reduce((sum, { durationMs }) => sum + durationMs, 0)) / 3_600_000;
    const puts = ((hours * 3600) / PART_SECONDS) * workers * SENDING_THREADS[engine];
    const generators = engine === "fargate"
        ? {
            service: "Fargate load generators",
            quantity: `${workers} x ${hours.toFixed(1)} h of ${FARGATE_WORKER.vcpu} vCPU and ` +
                `${FARGATE_WORKER.memoryGb} GB`,
            costUsd: workers * hours * taskUsdPerHour(FARGATE_WORKER, prices),
        }
        : {
            service: "Lambda load generators",
            quantity: `${workers} x ${hours.toFixed(1)} h at ${LAMBDA_WORKER_MB} MB`,
            costUsd: workers * lambdaCostUsd(hours * 3_600_000, LAMBDA_WORKER_MB, prices),
        };
    return [
        generators,
        {
            service: "S3 puts of the workers' rows",
            quantity: `${Math.ceil(puts)} at most`,
            costUsd: Math.ceil(puts) * S3_PUT_USD,
        },
    ];
}
/**
 * The rights a worker needs beyond those Artillery gives it, and no others: to put its rows below
 * the prefix, and to look at an object that is there already (a put whose answer was lost is told
 * from another's by it). An IAM policy document.
 */
export function sinkPolicy({ bucket, prefix, region, }) {
    const partition = region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-")
            ? "aws-us-gov"
            : "aws";
    const below = [prefix, rehearsalPrefix(prefix)].map((folder) => `arn:${partition}:s3:::${bucket}/${folder}/*`);
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "PutRowsAndTellOnesOwn",
                Effect: "Allow",
                Action: ["s3:PutObject", "s3:GetObject"],
                Resource: below,
            },
        ],
    };
}
/** Where the rows of a rehearsal go: beside the campaign's, which they are no part of. */
export function rehearsalPrefix(prefix) {
    return `${prefix}-rehearsal`;
}
/**
 * Settings of the processor on a worker, as a dotenv file; the two addresses are left to be filled
 * in.
 */
export function workerSettings(plan, { bucket, prefix, region }, seed) {
    return [
        "# Settings of the workers. No key or password belongs here: a worker has the rights of " +
            "its role.",
        "LAMBDA_BASE_URL=",
        "ECS_BASE_URL=",
        `STUDY_SINK=s3://${bucket}/${prefix}`,
        `STUDY_SINK_REGION=${region}`,
        `STUDY_PART_SECONDS=${PART_SECONDS}`,
        `STUDY_SEED=${seed}`,
        "# Workers' clocks are on UTC: windows are named by the plan's own.",
        `STUDY_UTC_OFFSET_MINUTES=${plan.utcOffsetMinutes}`,
        "# The one folder that a worker on Lambda may write to.",
        "STUDY_OUT=/tmp/study",
        "",
    ].join("\n");
}
//# sourceMappingURL=scale-out.js.map