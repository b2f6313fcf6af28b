import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** Where systems put Chromium; CHROMIUM names another place. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Path of a Chromium on this machine; null where there is none, or nothing to speak to it with
 * (playwright-core, which an installation without development packages leaves out).
 */
export function findChromium(): string | null {
  if (!isInstalled("playwright-core")) return null;
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM !== "") return existsSync(CHROMIUM) ? CHROMIUM : null;
  return PLACES.find((place) => existsSync(place)) ?? null;
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Prints pictures to PDF, one page a picture, each exactly as large as its picture, lines and words
 * kept as such. Yields the PDFs in the order of the pictures. One browser prints them all.
 */
export async function* svgToPdf(
  pictures: readonly string[],
  executablePath: string,
): AsyncGenerator<Buffer> {
  const { chromium } = await import("playwright-core");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
    for (const svg of pictures) {
      const [width, height] = sizeOf(svg);
      await page.setContent(
        `<!doctype html><style>@page{margin:0}body{margin:0}svg{display:block}</style>${svg}`,
      );
      yield await page.pdf({
        width: `${width}px`,
        height: `${height}px`,
        printBackground: true,
        pageRanges: "1",
      });
    }
  } finally {
    await browser.close();
  }
}

/** Width and height that a picture names, px. */
function sizeOf(svg: string): [width: number, height: number] {
  const head = /<svg[^>]*>/.exec(svg)?.[0] ?? "";
  const of = (name: string): number =>
    Number(new RegExp(` ${name}="([\\d.]+)`).exec(head)?.[1] ?? NaN);
  const [width, height] = [of("width"), of("height")];
  return [Number.isFinite(width) ? width : 760, Number.isFinite(height) ? height : 420];
}
