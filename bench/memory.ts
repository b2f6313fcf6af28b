import { gradientBoosting, randomForest } from "lib/models";
import { generatedTable } from "./generated-table.js";

// A process of its own: the most it ever held, less what it held before there was a table and the
// table itself.
const family = process.argv[2] === "forest" ? randomForest : gradientBoosting;
const rows = Number(process.argv[3]);
const before = process.memoryUsage().rss;
const data = generatedTable(rows);
const tableBytes =
  data.label.length + data.features.columns.reduce((sum, column) => sum + column.byteLength, 0);
// Unlimited depth would measure the forest that is kept, not the fit.
const options = family === randomForest ? { maxDepth: 16 } : {};
await family.fit(data, options, { threads: 2 });
process.stdout.write(
  JSON.stringify({
    megabytes: (process.resourceUsage().maxRSS * 1024 - before - tableBytes) / 2 ** 20,
  }),
);
