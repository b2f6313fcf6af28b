import { LOCAL_CLOCK_SPEED, planDesign, readPlan, type CampaignPlan } from "../campaign/index.js";
import {
  claimPlace,
  collect,
  CollectError,
  placeOfCollection,
  readCollectionRecord,
  resumeCollection,
  storeCollection,
  type Collection,
  type CollectionProgress,
  type Target,
} from "../collect/index.js";
import { collectionSummary, formatNumber } from "../display/index.js";
import { liveView, type LiveView } from "./collect-view.js";
import {
  BAD_INPUT,
  DONE,
  FAILED,
  out,
  outJson,
  UsageError,
  withUsersInput,
  type Arguments,
  type Command,
} from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";
import { designText } from "./plan.js";

export const collectCommand: Command = {
  name: "collect",
  summary:
    "Lets Artillery send the requests of a plan and logs every one of them, whatever becomes " +
    "of it.\n" +
    "--target local starts both platforms on this machine; their times are this machine's. " +
    "--target aws sends to two base URLs and costs money.",
  positionals: "",
  maxPositionals: 0,
  options: {
    plan: { type: "string", value: "NAME|FILE", help: `${PLAN_NAMES} (default duet-local)` },
    target: {
      type: "string",
      value: "local|aws",
      help: "platforms on this machine (default), or those of --lambda-url and --ecs-url",
    },
    "lambda-url": {
      type: "string",
      value: "URL",
      help: "function URL or API gateway stage; POST <URL>/<workload>",
    },
    "ecs-url": { type: "string", value: "URL", help: "load balancer; POST <URL>/<workload>" },
    out: { type: "string", value: "DIR", help: "folder for the logs, empty or not there yet" },
    seed: { type: "string", value: "N", help: "seed of sizes, order and arrivals (default 42)" },
    speed: {
      type: "string",
      value: "N",
      help:
        "the plan's clock runs N times as fast and skips hours without load (default local " +
        `${LOCAL_CLOCK_SPEED}; aws 1: runs wait for their time of day)`,
    },
    sink: {
      type: "string",
      value: "s3://BUCKET/PREFIX",
      help:
        "copy the finished collection there, below the name of --out; nothing in the store is " +
        "overwritten",
    },
    resume: {
      type: "boolean",
      help: "go on with the collection in --out where it was interrupted",
    },
    yes: {
      type: "boolean",
      help: "send to AWS; without it --target aws prints the plan and its price, and sends nothing",
    },
  },
  async run(args) {
    const folder = args.text("out");
    if (folder === undefined) throw new UsageError("--out DIR says where the logs go");
    if (args.text("sink") !== undefined) placeOfCollection(args.text("sink")!, folder);
    return args.flag("resume") ? resume(folder, args) : begin(folder, args);
  },
};

async function begin(folder: string, args: Arguments): Promise<number> {
  const plan = await withUsersInput(() => readPlan(args.text("plan") ?? "duet-local"));
  const target = targetOf(args);
  const seed = args.whole("seed") ?? 42;
  const clockSpeed = args.number("speed") ?? (target.kind === "local" ? LOCAL_CLOCK_SPEED : 1);
  if (target.kind === "aws" && !args.flag("yes")) return askFirst(plan, args);
  return watched(folder, args, async (signal, onProgress) => {
    if (args.text("sink") !== undefined) await claimPlace(args.text("sink")!, folder);
    return collect({ plan, seed, target, folder, clockSpeed, signal, onProgress });
  });
}

async function resume(folder: string, args: Arguments): Promise<number> {
  for (const option of ["plan", "target", "lambda-url", "ecs-url", "seed", "speed"]) {
    if (args.text(option) !== undefined)
      throw new UsageError(`--resume goes on as the collection was begun; leave out --${option}`);
  }
  const record = readCollectionRecord(folder);
  if (record?.target === "aws" && !args.flag("yes")) return askFirst(record.plan, args);
  return watched(folder, args, (signal, onProgress) =>
    resumeCollection({ folder, signal, onProgress }),
  );
}

function targetOf(args: Arguments): Target {
  const kind = args.text("target") ?? "local";
  const lambdaUrl = args.text("lambda-url");
  const ecsUrl = args.text("ecs-url");
  if (kind === "local") {
    if (lambdaUrl !== undefined || ecsUrl !== undefined)
      throw new UsageError("--lambda-url and --ecs-url go with --target aws");
    return { kind };
  }
  if (kind !== "aws") throw new UsageError(`--target takes local or aws, not "${kind}"`);
  if (lambdaUrl === undefined || ecsUrl === undefined)
    throw new UsageError("--target aws needs --lambda-url URL and --ecs-url URL");
  return { kind, lambdaUrl, ecsUrl };
}

/** What would be sent and what it would cost; nothing is sent. */
function askFirst(plan: CampaignPlan, args: Arguments): number {
  const design = planDesign(plan);
  if (args.flag("json")) outJson({ sent: 0, design });
  else
    out(
      `${designText(plan, design)}\n\nNothing was sent. ` +
        `${formatNumber(design.bill.totalUsd, "usd")} are expected on the bill: add --yes to ` +
        "send.",
    );
  return BAD_INPUT;
}

/** Runs a collection with the live view; Ctrl-C ends it in order, a second one at once. */
async function watched(
  folder: string,
  args: Arguments,
  run: (
    signal: AbortSignal,
    onProgress: (progress: CollectionProgress) => void,
  ) => Promise<Collection>,
): Promise<number> {
  const stopping = new AbortController();
  const view = liveView();
  const interrupt = (): void => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
    view.say("Stopping: what is in flight gets its rows (Ctrl-C once more ends at once) ...");
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);
  let sending = false;
  try {
    const collection = await run(stopping.signal, (progress) => {
      sending ||= progress.state === "sending";
      view.update(progress);
    });
    const status = report(collection, folder, args, view);
    const sink = args.text("sink");
    if (collection.finished && sink !== undefined) {
      const { files } = await storeCollection(folder, sink);
      if (!args.flag("json"))
        out(`${formatNumber(files, "count")} log files are in ${placeOfCollection(sink, folder)}.`);
    }
    return status;
  } catch (error) {
    view.end();
    if (!sending || !(error instanceof CollectError)) throw error;
    process.stderr.write(`study collect: ${error.message}\n`);
    return FAILED;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupt);
  }
}

function report(collection: Collection, folder: string, args: Arguments, view: LiveView): number {
  view.end();
  const { finished, session } = collection;
  if (args.flag("json")) {
    outJson(collection);
    return finished ? DONE : FAILED;
  }
  const stretched = session.rates.filter((rates) => rates.stretched);
  out(
    [
      collectionSummary(collection, folder),
      ...stretched.map(
        ({ run, askedPerSecond, achievedPerSecond }) =>
          `Run ${run + 1} is stretched: ${formatNumber(achievedPerSecond, "number")} ` +
          `requests per second were sent where ${formatNumber(askedPerSecond, "number")} ` +
          "were asked.",
      ),
      ...(finished
        ? []
        : [
            "Not finished. Go on with: study collect --resume --out " +
              `${folder}${args.text("sink") === undefined ? "" : ` --sink ${args.text("sink")}`}`,
          ]),
    ].join("\n"),
  );
  return finished ? DONE : FAILED;
}
