import { escapeHtml, formatNumber } from "../display/index.js";
import { isKnown, type Interval } from "../statistics/index.js";
import type { SmallPicture } from "../verdict/index.js";

const WIDTH = 300;
const LINE = 16;

/** A small picture as inline SVG, coloured by the page's own style; `alt` is what it says. */
export function smallPictureSvg(picture: SmallPicture): string {
  const { body, height } = draw(picture);
  return (
    `<svg class="small-picture" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" ` +
    `height="${height}" role="img" aria-label="${escapeHtml(picture.alt)}">${body}</svg>`
  );
}

interface Drawn {
  body: string;
  height: number;
}

function draw(picture: SmallPicture): Drawn {
  switch (picture.kind) {
    case "shares":
      return sharesPicture(picture);
    case "line":
      return linePicture(picture.marks);
    case "savings":
      return savingsPicture(picture.axes);
  }
}

const round = (value: number): string => String(Math.round(10 * value) / 10);
const text = (x: number, y: number, words: string, anchor = "start", className = ""): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"` +
  `${className ? ` class="${className}"` : ""}>${escapeHtml(words)}</text>`;
const rect = (x: number, y: number, width: number, height: number, className: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" ` +
  `height="${round(height)}" class="${className}"/>`;
const line = (x1: number, y1: number, x2: number, y2: number, className: string): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ` +
  `class="${className}"/>`;

/** One bar a name, from 0 to all of it. */
function sharesPicture({ title, bars }: Extract<SmallPicture, { kind: "shares" }>): Drawn {
  const from = 140;
  const full = WIDTH - from - 48;
  const body = bars.map(({ name, share }, at) => {
    const y = (at + 1) * LINE;
    return [
      text(from - 6, y + 12, name, "end"),
      rect(from, y + 3, full, LINE - 6, "track"),
      rect(from, y + 3, full * share, LINE - 6, "bar"),
      text(from + full + 6, y + 12, formatNumber(share, "share"), "start", "number"),
    ].join("");
  });
  return { body: text(WIDTH, 11, title, "end") + body.join(""), height: (bars.length + 1) * LINE };
}

/** Accuracies on one line: the first mark and the last bound it, the interval is the model's. */
function linePicture(marks: Extract<SmallPicture, { kind: "line" }>["marks"]): Drawn {
  const lowest = Math.min(0.5, ...marks.map(({ value }) => value));
  const from = Math.floor(10 * lowest) / 10;
  const place = (value: number): number =>
    10 + ((Math.min(1, Math.max(from, value)) - from) / (1 - from)) * (WIDTH - 20);
  const of = (name: string): number => marks.find((mark) => mark.name === name)?.value ?? from;
  const [floor, ceiling] = [of("lookup"), of("best possible")];
  const best = marks.find(({ name }) => name === "best possible");
  const upTo = best?.low !== undefined && best.low < best.value ? "up to " : "";
  const model = marks.find(({ name }) => name === "model");
  const middle = Math.min(WIDTH - 110, Math.max(110, (place(floor) + place(ceiling)) / 2));
  const percent = (value: number): string => formatNumber(value, "share");
  const y = 26;
  const body = [
    text(
      middle,
      12,
      `lookup ${percent(floor)} · best possible ${upTo}${percent(ceiling)}`,
      "middle",
    ),
    line(place(from), y, place(1), y, "axis"),
    rect(place(floor), y - 7, Math.max(2, place(ceiling) - place(floor)), 14, "room"),
    line(place(of("larger class")), y - 4, place(of("larger class")), y + 4, "axis"),
  ];
  if (model) {
    const modelAt = Math.min(WIDTH - 60, Math.max(60, place(model.value)));
    body.push(
      line(place(model.low ?? from), y, place(model.high ?? 1), y, "interval"),
      `<circle cx="${round(place(model.value))}" cy="${y}" r="3.5" class="dot"/>`,
      text(modelAt, y + 22, `model ${percent(model.value)}`, "middle", "number"),
    );
  }
  body.push(text(place(from), y + 22, percent(from).replace(".0", "")));
  body.push(text(place(1), y + 22, "100 %", "end"));
  return { body: body.join(""), height: 54 };
}

/** Savings with their intervals, each on a scale of its own around zero. */
function savingsPicture(axes: Extract<SmallPicture, { kind: "savings" }>["axes"]): Drawn {
  const zero = 150;
  const half = WIDTH - zero - 8;
  const body = axes.map(({ name, unit, interval }, at) => {
    const y = at * 38 + 30;
    const ends = [interval.estimate, interval.low, interval.high]
      .filter(Number.isFinite)
      .map(Math.abs);
    const scale = Math.max(...ends, Number.MIN_VALUE);
    const place = (value: number): number => zero + (half * value) / scale;
    const side = sideOf(interval);
    // An end that is not known is drawn to the edge.
    const low = Math.max(-scale, interval.low);
    const high = Math.min(scale, interval.high);
    return [
      text(0, y - 14, `${name}, ${unit}: ${SIDES[side]}`),
      line(0, y, WIDTH, y, "track-line"),
      line(zero, y - 7, zero, y + 7, "axis"),
      line(place(low), y, place(high), y, `interval ${side}`),
      `<circle cx="${round(place(interval.estimate))}" cy="${y}" r="3.5" class="dot ${side}"/>`,
    ].join("");
  });
  return { body: body.join(""), height: axes.length * 38 + 4 };
}

const SIDES = {
  saved: "saved →",
  lost: "← lost",
  unsure: "not surely changed",
  unknown: "not known",
};

function sideOf(interval: Interval): keyof typeof SIDES {
  if (!isKnown(interval)) return "unknown";
  return interval.low > 0 ? "saved" : interval.high < 0 ? "lost" : "unsure";
}
