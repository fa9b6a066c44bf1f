/* Charts: loads plotly when the first chart is there, puts in what only the browser knows (the theme's colours,
   as many labels as there is room for), draws, and lets a keyboard step through the points. */
(function () {
  "use strict";
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const PLOTLY = "/assets/vendor/plotly-basic-4.1.1.min.js";
  const WIDE = 640; // as the container query in chart.css: from here on lines are named at their ends
  const LABEL = { size: 14, line: 17, longest: 20, gap: 3 };
  let loading = null;
  let ruler = null;

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
    if (Array.isArray(value)) return value.map((item) => themed(item, style));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, themed(item, style)]));
    }
    return value;
  }

  function width_of(text, size) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = `600 ${size}px "Source Sans 3", sans-serif`;
    return ruler.measureText(text).width;
  }

  /* As many period labels as fit side by side, evenly stepped and ending with the newest. */
  function thin(axis, room) {
    if (axis.type !== "date") return;
    const widest = Math.max(...axis.ticktext.map((text) => width_of(text, 15))) + 18;
    const fit = Math.max(Math.floor(room / widest), 2);
    const step = Math.ceil(axis.ticktext.length / fit);
    const kept = (_, at) => (axis.ticktext.length - 1 - at) % step === 0;
    axis.tickvals = axis.tickvals.filter(kept);
    axis.ticktext = axis.ticktext.filter(kept);
  }

  function wrapped(name) {
    const lines = [""];
    name.split(" ").forEach((word) => {
      const last = lines[lines.length - 1];
      if (last && (last + " " + word).length > LABEL.longest) lines.push(word);
      else lines[lines.length - 1] = last ? last + " " + word : word;
    });
    return lines;
  }

  /* Names at the ends of the lines, pushed apart where they would touch. */
  function name_ends(layout, ends) {
    const [low, high] = layout.yaxis.range;
    const height = layout.height - layout.margin.t - layout.margin.b;
    const labels = ends.map((end) => {
      const lines = wrapped(end.name);
      lines.push(end.value);
      const at = height * (1 - (end.y - low) / (high - low));
      return { end, lines, tall: lines.length * LABEL.line, at, place: at };
    }).sort((one, other) => one.at - other.at);
    let edge = 0;
    labels.forEach((label) => {
      label.place = Math.max(label.at, edge + label.tall / 2);
      edge = label.place + label.tall / 2 + LABEL.gap;
    });
    edge = height + layout.margin.b - 4;
    [...labels].reverse().forEach((label) => {
      label.place = Math.min(label.place, edge - label.tall / 2);
      edge = label.place - label.tall / 2 - LABEL.gap;
    });
    layout.margin.r = 14 + Math.ceil(Math.max(...labels.flatMap((l) => l.lines.map((line) => width_of(line, LABEL.size)))));
    layout.annotations = layout.annotations.concat(labels.map((label) => ({
      xref: "paper", x: 1, xanchor: "left", xshift: 6,
      y: label.end.y, yanchor: "middle", yshift: label.at - label.place, align: "left", showarrow: false,
      text: `<b>${label.lines.slice(0, -1).join("<br>")}</b><br>${label.lines[label.lines.length - 1]}`,
      font: { size: LABEL.size, color: label.end.colour },
    })));
  }

  /* The layout that fits this width. */
  function fitted(layout, width) {
    const ends = layout.meta.ends;
    if (width >= WIDE && ends.length) name_ends(layout, ends);
    thin(layout.xaxis, width - layout.margin.r - 70);
    return layout;
  }

  function find(id) {
    return document.getElementById(JSON.stringify(id, Object.keys(id).sort()));
  }

  async function paint(host, spec) {
    const Plotly = await plotly();
    const style = getComputedStyle(document.documentElement);
    const width = host.clientWidth;
    host.wide = width >= WIDE;
    host.drawnWidth = width;
    const layout = fitted(structuredClone(spec.layout), width);
    layout.width = width;
    await Plotly.react(host, themed(spec.data, style), themed(layout, style), { displayModeBar: false, locale: "en-GB" });
    host.querySelectorAll("svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
    host.setAttribute("aria-label", `${spec.layout.meta.label}. Use the arrow keys to read the points.`);
    walk(host, spec);
  }

  /* Another width can take other labels: the chart is drawn anew, once the width has settled. */
  const resized = new ResizeObserver((entries) => entries.forEach(({ target: host }) => {
    clearTimeout(host.settling);
    if (!host.spec || Math.abs(host.clientWidth - host.drawnWidth) < 2) return;
    host.settling = setTimeout(() => paint(host, host.spec), 80);
  }));

  dash.chart = {
    async draw(spec, scheme, id) {
      const host = find(id);
      if (!host || !spec) return dash.no_update;
      try {
        if (!host.spec) resized.observe(host);
        host.spec = spec;
        await plotly();
        if (host.spec !== spec) return dash.no_update; // a newer figure overtook this one
        await paint(host, spec);
        host.dataset.drawn = String(Number(host.dataset.drawn || 0) + 1);
        return host.dataset.drawn;
      } catch (error) {
        console.error(error);
        host.textContent = "The chart could not be drawn. Its figures are in the table below it.";
        host.dataset.drawn = "failed";
        return "failed";
      }
    },
  };

  /* The points a keyboard can reach: one list for each name, over all the pieces that its line is drawn in. */
  function reachable(spec) {
    const lines = new Map();
    spec.data.forEach((trace, curve) => {
      if (!trace.text) return;
      const points = lines.get(trace.legendgroup) || [];
      trace.text.forEach((text, point) => { if (text) points.push({ curve, point, text, x: String(trace.x[point]) }); });
      lines.set(trace.legendgroup, points);
    });
    return [...lines.values()];
  }

  const plain = (text) => text.replace(/<br>/g, ", ").replace(/<[^>]+>/g, "");

  /* Left and right go along a line, up and down from line to line at the same period; the words are read out. */
  function walk(host, spec) {
    const lines = reachable(spec);
    host.onkeydown = host.onblur = null;
    if (!lines.length) return;
    const at = { line: lines.length - 1, point: lines[lines.length - 1].length - 1 };
    const readout = host.parentElement.querySelector(".chart-readout");
    host.onkeydown = (event) => {
      if (event.key === "Escape") { window.Plotly.Fx.unhover(host); return; }
      const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key] || 0;
      const across = { ArrowUp: 1, ArrowDown: -1 }[event.key] || 0;
      if (!along && !across) return;
      event.preventDefault();
      const before = lines[at.line][at.point];
      at.line = Math.min(Math.max(at.line + across, 0), lines.length - 1);
      const points = lines[at.line];
      const same = across ? points.findIndex((point) => point.x === before.x) : -1;
      at.point = Math.min(Math.max((same >= 0 ? same : at.point) + along, 0), points.length - 1);
      const { curve, point, text } = points[at.point];
      window.Plotly.Fx.hover(host, [{ curveNumber: curve, pointNumber: point }]);
      if (readout) readout.textContent = plain(text);
    };
    host.onblur = () => window.Plotly.Fx.unhover(host);
  }
})();
