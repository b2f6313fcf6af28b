import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  artilleryScript,
  rehearsalPrefix,
  sharedRuns,
  sinkPolicy,
  workerBill,
  workerSettings,
  type BillLine,
  type CampaignPlan,
  type Engine,
  type Impossibility,
  type ScaleOut,
} from "../campaign/index.js";
import { tableText } from "../display/index.js";
import { parseS3Address, unsafeKey } from "../s3/index.js";
import { UsageError, type Arguments } from "./command.js";
import { withPhases, writeScript, writeScripts } from "./run-scripts.js";

/** What was written for several machines, and how to start them. */
export interface ScaleOutFiles extends ScaleOut {
  files: string[];
  /** In the order in which they are to be run. */
  commands: string[];
  policy: object;
  bill: BillLine[];
  left: Impossibility[];
}

/**
 * The role that Artillery 2.0.34 creates for its workers on the first run, and the template of the
 * rights of who starts them.
 */
const ROLES: Readonly<Record<Engine, string>> = {
  fargate: "artilleryio-ecs-worker-role",
  lambda: "artilleryio-default-lambda-role-20230116",
};
const TEMPLATES: Readonly<Record<Engine, string>> = {
  fargate: "aws-iam-fargate-cf-template.yml",
  lambda: "aws-iam-lambda-cf-template.yml",
};

/**
 * The options --scale-out, --workers, --sink and --region of `study plan`; null without the first.
 * Throws UsageError.
 */
export function scaleOutOptions(
  args: Arguments,
  plan: CampaignPlan,
  defaultRegion: string,
): ScaleOut | null {
  const engine = args.text("scale-out");
  const workers = args.whole("workers", 1) ?? 2;
  const sink = args.text("sink");
  const region = args.text("region") ?? defaultRegion;
  if (engine === undefined) return null;
  if (engine !== "fargate" && engine !== "lambda")
    throw new UsageError(`--scale-out takes fargate or lambda, not "${engine}"`);
  if (args.text("scripts") === undefined)
    throw new UsageError("--scale-out writes files: --scripts DIR says where");
  if (sink === undefined)
    throw new UsageError("--sink s3://bucket/prefix says where the workers' rows go");
  const place = parseS3Address(sink);
  const fault = place && unsafeKey(place.prefix);
  if (!place || place.prefix === "")
    throw new UsageError(`--sink takes s3://bucket/prefix, not "${sink}"`);
  if (fault) throw new UsageError(`the prefix of --sink ${fault}`);
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new UsageError(`--region takes the name of an AWS region, not "${region}"`);
  if (sharedRuns(plan, { engine, workers }).runs.length === 0) {
    const [{ field, problem, remedy }] = sharedRuns(plan, { engine, workers }).left;
    throw new UsageError(
      `${workers} workers on ${engine} can share no run of this plan; ${field}: ${problem}: ` +
        `${remedy}`,
    );
  }
  return { engine, workers, ...place, region };
}

/**
 * Writes the scripts of one worker's share, a rehearsal of one request, the processor, its settings
 * and the policy of its rows.
 */
export function writeScaleOut(
  plan: CampaignPlan,
  scaleOut: ScaleOut,
  folder: string,
): ScaleOutFiles {
  const { engine, workers, region } = scaleOut;
  const { runs, left } = sharedRuns(plan, scaleOut);
  const policy = sinkPolicy(scaleOut);
  const file = (name: string): string => path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  const scripts = writeScripts(plan, runs, workers, folder);
  const yml = scripts.filter((name) => name.endsWith(".yml"));
  const { pattern } = runs[0].run;
  const rehearsal = artilleryScript(withPhases(plan, pattern, runs[0].phases), pattern, workers);
  rehearsal.config.phases = [{ name: "rehearsal", duration: 1, arrivalCount: 1 }];
  rehearsal.scenarios = rehearsal.scenarios.map((scenario) => ({
    ...scenario,
    flow: scenario.flow.filter((step) => !("function" in step)),
  }));
  writeScript(
    file("rehearsal.yml"),
    `# Generated from the plan "${plan.name}": one request, to try the way to the targets ` +
      "and to the sink.",
    rehearsal,
  );
  writeFileSync(file("worker.env"), workerSettings(plan, scaleOut, 42));
  writeFileSync(
    file("rehearsal.env"),
    workerSettings(plan, { ...scaleOut, prefix: rehearsalPrefix(scaleOut.prefix) }, 42),
  );
  writeFileSync(file("sink-policy.json"), `${JSON.stringify(policy, null, 2)}\n`);
  const run = (script: string, settings: string, count: number): string =>
    `ARTILLERY_DISABLE_TELEMETRY=true npx artillery run-${engine} --region ${region} --count ` +
    `${count} --dotenv ${file(settings)} ${file(script)}`;
  return {
    ...scaleOut,
    policy,
    left,
    bill: workerBill(plan, scaleOut),
    files: ["rehearsal.yml", "rehearsal.env", ...scripts, "worker.env", "sink-policy.json"],
    commands: [
      "aws cloudformation deploy --stack-name study-load-generator --capabilities " +
        "CAPABILITY_NAMED_IAM --template-file " +
        `node_modules/artillery/lib/platform/aws/iam-cf-templates/${TEMPLATES[engine]}`,
      run("rehearsal.yml", "rehearsal.env", 1),
      `aws iam put-role-policy --role-name ${ROLES[engine]} --policy-name study-sink ` +
        `--policy-document file://${file("sink-policy.json")}`,
      run("rehearsal.yml", "rehearsal.env", 1),
      ...yml.map((name) => run(name, "worker.env", workers)),
    ],
  };
}

/** The same as text, each command with what it is for. */
export function scaleOutText(written: ScaleOutFiles, folder: string): string {
  const { engine, workers, bucket, prefix, commands, policy, bill, left } = written;
  const [template, rehearse, allow, again, ...runs] = commands;
  const sink = `s3://${bucket}/${prefix}`;
  return [
    `${workers} workers on ${engine}, whose rows go to ${sink}`,
    "Artillery runs the same script on every worker, so the scripts hold one worker's share " +
      "of the load. Nothing has been sent, and nothing been paid for.",
    "",
    "1. Fill in LAMBDA_BASE_URL and ECS_BASE_URL in worker.env and rehearsal.env of " +
      `${folder}. The bucket ${bucket} must exist.`,
    "2. Once: a role for whoever starts the workers, from the template that comes with " +
      "Artillery. Start them with it:",
    `   ${template}`,
    "3. Once: a rehearsal of one worker. Artillery creates the workers' role with it. " +
      "Without a place for its row the processor sends nothing, and says so:",
    `   ${rehearse}`,
    "4. Once: let the workers put their rows, and no more:",
    `   ${allow}`,
    ...JSON.stringify(policy, null, 2)
      .split("\n")
      .map((line) => `   ${line}`),
    "   A bucket with a KMS key of its own asks for kms:GenerateDataKey and kms:Decrypt on " +
      "that key too. To read the rows, s3:ListBucket and s3:GetObject are needed.",
    `5. The rehearsal again: one row (of a duet, two) must be in ${rehearsalPrefix(sink)}:`,
    `   ${again}`,
    "6. Each run, at its hour. Every virtual user waits until its row is in the sink, so a " +
      "worker ends after its last row:",
    ...runs.map((run) => `   ${run}`),
    `7. The rows: npx study audit ${sink}`,
    "",
    tableText(
      bill.map(({ service, quantity, costUsd }) => ({ service, quantity, costUsd })),
      { columns: "service | quantity | costUsd:usd:beside the plan's bill" },
    ),
    ...(left.length === 0
      ? []
      : [
          "",
          "Left out, because workers cannot share them:",
          ...left.map(({ field, problem, remedy }) => `  ${field}: ${problem}; ${remedy}`),
        ]),
  ].join("\n");
}
