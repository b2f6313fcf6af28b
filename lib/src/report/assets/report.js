// Puts the interactive plots over the pictures and folds code. Without it the pages are complete, only still.
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
if (code.length > 0) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const hide = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(hide));
    button.textContent = hide ? "Show code" : "Hide code";
    for (const cell of code) cell.open = !hide;
  });
}

// On a narrow screen the list of pages would push the page itself out of sight.
if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".side details").open = false;
