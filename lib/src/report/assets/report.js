// Puts the interactive plots over the pictures and folds code. Without it the pages are complete,
// only still.
"use strict";

const plots = [...document.querySelectorAll("figure.plot")].filter((figure) =>
  figure.querySelector(".plot-data"),
);

/** Loads Plotly once, when the first plot is near. */
let plotlyLoading;
function loadPlotly() {
  return (plotlyLoading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "plotly.min.js";
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.min.js is not beside this page"));
    document.head.append(script);
  }));
}

async function draw(figure) {
  const { data, layout } = JSON.parse(figure.querySelector(".plot-data").textContent);
  const target = figure.querySelector(".plot-interactive"),
    picture = figure.querySelector(".plot-static");
  const Plotly = await loadPlotly();
  // The page decides the width; the picture's own height is kept.
  const { width, ...free } = layout;
  target.hidden = false;
  target.style.height = `${layout.height}px`;
  picture.classList.add("only-print");
  await Plotly.newPlot(
    target,
    data,
    { ...free, autosize: true },
    {
      responsive: true,
      displaylogo: false,
      modeBarButtonsToRemove: ["toImage", "lasso2d", "select2d"],
    },
  );
  target.setAttribute("role", "img");
  target.setAttribute("aria-label", picture.alt);
  figure.classList.add("drawn");
}

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      draw(target).catch((error) => console.error(error));
    }
  },
  { rootMargin: "600px" },
);
for (const figure of plots) nearby.observe(figure);

const button = document.getElementById("toggle-code"),
  code = [...document.querySelectorAll("details.code")];

/** Whether the reader asked for code on an earlier page; pages from disk may have no store. */
function remembered(shown) {
  try {
    if (shown !== undefined) localStorage.setItem("study-report-code", String(shown));
    return localStorage.getItem("study-report-code") === "true";
  } catch {
    return false;
  }
}
function showCode(shown) {
  button.setAttribute("aria-pressed", String(shown));
  button.textContent = shown ? "Hide code" : "Show code";
  for (const cell of code) cell.open = shown;
}
if (code.length > 0) {
  button.hidden = false;
  showCode(remembered());
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") === "false";
    remembered(shown);
    showCode(shown);
  });
}

/** A table that is wider than the page says so; one that is not is no stop for the keyboard. */
function markScrolling() {
  for (const table of document.querySelectorAll(".html-output")) {
    const scrolls = table.scrollWidth > table.clientWidth + 1;
    const hint = table.nextElementSibling;
    if (scrolls) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
    if (scrolls && !hint?.classList.contains("scroll-hint")) {
      const note = document.createElement("p");
      note.className = "scroll-hint";
      note.textContent = "The table goes on to the right: scroll it sideways.";
      table.after(note);
    } else if (!scrolls && hint?.classList.contains("scroll-hint")) hint.remove();
  }
}
markScrolling();
addEventListener("resize", markScrolling);

// On a narrow screen the list of pages would push the page itself out of sight.
const pages = document.querySelector(".side details");
const narrow = matchMedia("(max-width: 60rem)");
const fold = () => {
  pages.open = !narrow.matches;
  document.documentElement.classList.toggle("folding", narrow.matches);
};
fold();
narrow.addEventListener("change", fold);
// A heading that was chosen from the list must not lie under it.
pages.addEventListener("click", ({ target }) => {
  if (narrow.matches && target.closest("a")) pages.open = false;
});
