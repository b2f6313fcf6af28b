// A collector in a process of its own: writes numbered rows to a sink and says, after each, that
// the sink has it.
import { writeSync } from "node:fs";
import { S3Sink } from "lib/collect";
import { line } from "../requests/log-folder.js";

const [endpoint, accessKeyId, secretAccessKey, spoolFolder, life, rows] = process.argv.slice(2);
const sink = await S3Sink.open("s3://logs/run", {
  spoolFolder,
  partBytes: 20_000,
  s3: {
    endpoint,
    region: "eu-west-1",
    credentials: { accessKeyId, secretAccessKey },
    attempts: 8,
    retryDelayMs: 5,
  },
});
for (let i = 0; i < Number(rows); i++) {
  await sink.write(line({ request_id: `${life}-${i}` }));
  // Synchronously: what is in a buffer when the process dies was not said.
  writeSync(1, `${i}\n`);
  // The uploads have their turn between rows.
  if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
await sink.finish();
