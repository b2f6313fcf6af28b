import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, } from "node:fs";
import path from "node:path";
import { indexBody, indexHeadings } from "./index-page.js";
import { renderNotebook, staleNote } from "./notebook-page.js";
import { GENERATOR, pageHtml } from "./page-frame.js";
import { minifiedPlotly } from "./plotly-file.js";
/**
 * Writes a report that opens from disk without a network: the gates, a page a notebook, every
 * figure as SVG and interactive, Plotly once. Equal inputs give equal bytes. Returns the path of
 * index.html. Throws where the folder holds something that is not a report, and where a notebook
 * cannot be read.
 */
export async function writeReport({ notebooks, gates, stale = {}, outFolder, provenance, }) {
    const pages = [];
    for (const file of notebooks)
        pages.push(await renderNotebook(file, stale));
    refuseOthers(outFolder);
    // Written beside its place and put there when it is whole: a report that was begun is none.
    const folder = path.join(path.dirname(outFolder), `.${path.basename(outFolder)}.unfinished`);
    rmSync(folder, { recursive: true, force: true });
    const write = (file, content) => writeFileSync(path.join(folder, file), content);
    mkdirSync(path.join(folder, "figures"), { recursive: true });
    const index = {
        file: "index.html",
        title: `Lambda or ECS: ${provenance.name}`,
        headings: indexHeadings(gates, pages),
        body: indexBody(gates, pages, provenance),
    };
    const bodies = pages.map(({ file, title, headings, stale: why, body }) => ({
        file,
        title,
        headings,
        body: `<div class="notebook">\n${staleNote(why)}${body}\n</div>`,
    }));
    for (const page of [index, ...bodies])
        write(page.file, pageHtml({ ...page, pages, provenance }));
    for (const { file, svg } of pages.flatMap(({ figures }) => figures))
        write(file, svg);
    for (const asset of ["report.css", "report.js"])
        write(asset, readFileSync(new URL(`../../src/report/assets/${asset}`, import.meta.url)));
    write("plotly.min.js", await minifiedPlotly());
    rmSync(outFolder, { recursive: true, force: true });
    renameSync(folder, outFolder);
    return path.join(outFolder, "index.html");
}
/** An earlier report is replaced, with every page and figure of it; anything else is left alone. */
function refuseOthers(folder) {
    if (!existsSync(folder))
        return;
    const index = path.join(folder, "index.html");
    const ours = readdirSync(folder).length === 0 ||
        (existsSync(index) && readFileSync(index, "utf8").includes(GENERATOR));
    if (!ours)
        throw new Error(`${folder}: holds files that are not a report; name an empty or a new folder`);
}
//# sourceMappingURL=write-report.js.map