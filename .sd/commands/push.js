import { pushFolder } from "../collect/index.js";
import { formatNumber } from "../display/index.js";
import { DONE, out, outJson, UsageError } from "./command.js";
export const push = {
    name: "push",
    summary: "Copies the logs of a folder to S3 and overwrites nothing there: a push that broke off " +
        "is simply begun again.\n" +
        "Rows that a collector which died had still to send are sent as it would have, and taken " +
        "out of the folder.",
    positionals: "DIR s3://BUCKET/PREFIX",
    maxPositionals: 2,
    options: {},
    async run(args) {
        const [folder, address] = args.positionals;
        if (!folder || !address)
            throw new UsageError("name a folder of logs, and s3://bucket/prefix where they go");
        const pushed = await pushFolder(folder, address);
        if (args.flag("json"))
            outJson(pushed);
        else
            out(pushedText(pushed, address));
        return DONE;
    },
};
function pushedText({ files, alreadyThere, parts, partRows, partsAtWork }, address) {
    const count = (value) => formatNumber(value, "count");
    return [
        `${count(files)} log files are in ${address}, ${count(alreadyThere)} of them were ` +
            `before; ${count(partRows)} rows in ${count(parts)} parts were still to be sent.`,
        ...partsAtWork.map((file) => `Left to the collector that is at work on it: ${file} (if it is not, remove its ` +
            ".lock and push again)"),
    ].join("\n");
}
//# sourceMappingURL=push.js.map