import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transform } from "esbuild";
/**
 * Plotly for the pages, minified. Minifying takes over a second, so the result is kept under
 * node_modules/.cache by Plotly's version.
 */
export async function minifiedPlotly() {
    const require = createRequire(import.meta.url);
    const source = require.resolve("plotly.js-dist");
    const folder = path.dirname(source);
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const cached = path.join(path.dirname(folder), ".cache", "study-report", `plotly-${version}.min.js`);
    if (existsSync(cached))
        return readFileSync(cached);
    const { code } = await transform(readFileSync(source, "utf8"), {
        minify: true,
        target: "es2020",
        legalComments: "inline",
        charset: "utf8",
    });
    const text = `/* plotly.js ${version}, MIT licence, Copyright Plotly, Inc. */\n${code}`;
    try {
        mkdirSync(path.dirname(cached), { recursive: true });
        // Renamed into place: two reports written at once must not read each other's half.
        writeFileSync(`${cached}.${process.pid}`, text);
        renameSync(`${cached}.${process.pid}`, cached);
    }
    catch {
        // Where node_modules cannot be written to, each report minifies anew.
    }
    return Buffer.from(text);
}
//# sourceMappingURL=plotly-file.js.map