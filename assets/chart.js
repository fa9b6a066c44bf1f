/* Charts: loads plotly when the first chart is there, puts the theme's colours in, draws, and lets
   a keyboard step through the points. Plotly itself takes no focus, so its container does. */
(function () {
  "use strict";
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const PLOTLY = "/assets/vendor/plotly-basic-4.1.1.min.js";
  let loading = null;

  function plotly() {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    loading = loading || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = PLOTLY;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => { loading = null; reject(new Error("plotly did not load")); };
      document.head.append(script);
    });
    return loading;
  }

  /* A copy of the figure with every "--name" replaced by the theme's colour of that name. */
  function themed(value, style) {
    if (typeof value === "string") return value.startsWith("--") ? style.getPropertyValue(value).trim() : value;
    if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((item) => themed(item, style)) : value;
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, themed(item, style)]));
    }
    return value;
  }

  function find(id) {
    return document.getElementById(JSON.stringify(id, Object.keys(id).sort()));
  }

  dash.chart = {
    async draw(spec, scheme, id) {
      const host = find(id);
      if (!host || !spec) return dash.no_update;
      try {
        const Plotly = await plotly();
        const style = getComputedStyle(document.documentElement);
        await Plotly.react(host, themed(spec.data, style), themed(spec.layout, style), {
          displayModeBar: false, responsive: true, locale: "en-GB",
        });
        host.querySelectorAll("svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
        walk(host, spec);
        host.dataset.drawn = String(Number(host.dataset.drawn || 0) + 1);
        return host.dataset.drawn;
      } catch (error) {
        host.textContent = "The chart could not be drawn. Its figures are in the table below it.";
        host.dataset.drawn = "failed";
        return "failed";
      }
    },
  };

  /* Left and right go along a line, up and down from line to line; the point's words are read out. */
  function walk(host, spec) {
    const lines = spec.data.map((trace, curve) => ({ trace, curve })).filter((item) => item.trace.text);
    if (!lines.length) return;
    const at = { line: lines.length - 1, point: lines[lines.length - 1].trace.x.length - 1 };
    const readout = host.parentElement.querySelector(".chart-readout");
    host.onkeydown = (event) => {
      const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (event.key === "Escape") { window.Plotly.Fx.unhover(host); return; }
      if (!step) return;
      event.preventDefault();
      at.line = Math.min(Math.max(at.line + step[0], 0), lines.length - 1);
      const { trace, curve } = lines[at.line];
      at.point = Math.min(Math.max(at.point + step[1], 0), trace.x.length - 1);
      window.Plotly.Fx.hover(host, [{ curveNumber: curve, pointNumber: at.point }]);
      if (readout) readout.textContent = trace.text[at.point].replace("<br>", ", ");
    };
    host.onblur = () => window.Plotly.Fx.unhover(host);
  }
})();
