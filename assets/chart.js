/* Charts: loads plotly when the first chart is there, puts in what only the browser knows (the theme's colours,
   as many labels as there is room for) and draws; chart_readout.js lets a reader go through its dates. */
(function () {
  "use strict";
  const PLOTLY = "/assets/vendor/plotly-basic-99784e3abfb0.min.js";
  const WIDE = 640; // as the container query in chart.css: from here on lines are named at their ends
  const LABEL = { size: 14, line: 17, away: 14, far: 40 }; // of the names at the ends of lines; see charts/plotly/ends.py
  let loading = null;
  let ruler = null;

  const plain = (text) => text.replace(/<[^>]+>/g, "");

  function element(name, text, properties) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return Object.assign(made, properties);
  }
  window.chartParts = { plain, element }; // for chart_readout.js, which is loaded after this

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
  function themed(value) {
    if (typeof value === "string") return value.startsWith("--") ? colour(value) : value;
    if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(themed);
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, themed(item)]));
    }
    return value;
  }

  const colours = new Map(); // of the theme that is shown
  function colour(name) {
    if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    return colours.get(name);
  }

  const widths = new Map(); // of texts by size: a repaint measures most of them again
  function width_of(text, size) {
    const key = `${size} ${text}`;
    if (!widths.has(key)) widths.set(key, measured(text, size));
    return widths.get(key);
  }

  function measured(text, size) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = `700 ${size}px "Source Sans 3", "Segoe UI", sans-serif`;
    return ruler.measureText(text).width;
  }

  /* As many period labels as fit side by side, evenly apart and ending with the newest: the rule of
     charts/axis.py for this width. `apart` is by how many periods two of them may differ. */
  function thin(axis, apart, width) {
    const [first, last] = axis.range.map(Date.parse);
    const days = axis.tickvals.map(Date.parse);
    const room = (Math.max(...axis.ticktext.map((text) => width_of(text, 15))) + 14) * (last - first) / width;
    const named = (step) => days.map((_, at) => at).filter((at) => (days.length - 1 - at) % step === 0);
    const fits = (step) => named(step).every((at, place, all) => !place || days[at] - days[all[place - 1]] >= room);
    const kept = new Set(named(apart.find(fits) || days.length));
    axis.tickvals = axis.tickvals.filter((_, at) => kept.has(at));
    axis.ticktext = axis.ticktext.filter((_, at) => kept.has(at));
  }

  /* The names at the ends of the lines, each with a dotted line to the figure it belongs to where it does not
     stand right beside it. As elements over the drawing: an annotation of plotly's takes ten times as long. */
  function name_ends(host, layout, labels) {
    let over = host.querySelector(":scope > .chart-ends");
    if (!over) {
      over = element("div", undefined, { className: "chart-ends" });
      over.setAttribute("aria-hidden", "true");
      host.append(over);
    }
    const edge = layout.width - layout.margin.r;
    const leaders = labels.map((label) => leader(layout, label, edge)).join("");
    over.innerHTML = `<svg width="${layout.width}" height="${layout.height}">${leaders}</svg>`;
    over.append(...labels.map(({ lines, middle, colour }) => {
      const name = element("div");
      const top = Math.round(middle - (lines.length * LABEL.line) / 2);
      name.style.cssText = `left:${edge + LABEL.away}px;top:${top}px;color:var(${colour})`;
      name.append(element("b", lines.slice(0, -1).join("\n")), element("span", lines[lines.length - 1]));
      return name;
    }));
  }

  function leader(layout, { x, y, middle, colour }, edge) {
    const [first, last] = layout.xaxis.range.map(Date.parse);
    const end = layout.margin.l + (edge - layout.margin.l) * (Date.parse(x) - first) / (last - first);
    if (edge - end < LABEL.far && Math.abs(middle - y) < LABEL.line / 2) return "";
    return `<path d="M${end + 8} ${y}L${edge} ${y} ${edge + LABEL.away - 2} ${middle}" style="stroke:var(${colour})"/>`;
  }

  /* Every so many ticks of an axis of numbers, so that their labels lie level side by side. */
  function spread(axis, room) {
    const [first, second] = axis.tickvals;
    const apart = room * (second - first) / (axis.range[1] - axis.range[0]);
    const every = Math.ceil((Math.max(...axis.ticktext.map((text) => width_of(text, 15))) + 10) / apart);
    axis.tickangle = 0;
    for (const name of ["tickvals", "ticktext"]) axis[name] = axis[name].filter((_, at) => at % every === 0);
  }

  /* Margins and period labels that fit this width; margins are worked out here, because plotly's own automatic
     ones draw everything twice. */
  function fitted(layout, labels, width) {
    const margin = layout.margin;
    margin.l = Math.ceil(Math.max(...layout.yaxis.ticktext.flatMap((text) => text.split("<br>")).map((text) => width_of(plain(text), 15)))) + 12;
    if (labels.length) {
      margin.r = LABEL.away + 6 + Math.ceil(Math.max(...labels.flatMap((label) => label.lines.map((line) => width_of(line, LABEL.size)))));
    }
    if (layout.xaxis.type === "date") {
      // plotly hides a label that would stick out: the newest needs room for its half.
      const newest = width_of(layout.xaxis.ticktext[layout.xaxis.ticktext.length - 1], 15);
      margin.r = Math.max(margin.r, Math.ceil(newest / 2));
      thin(layout.xaxis, layout.meta.apart, width - margin.l - margin.r);
      // And the oldest that is left for its own, on the other side.
      const [first, last] = layout.xaxis.range.map(Date.parse);
      const at = (width - margin.l - margin.r) * (Date.parse(layout.xaxis.tickvals[0]) - first) / (last - first);
      margin.l = Math.max(margin.l, Math.ceil(width_of(layout.xaxis.ticktext[0], 15) / 2 - at));
    } else if (layout.xaxis.tickvals) {
      spread(layout.xaxis, width - margin.l - margin.r);
    }
    // There is room for every label now: plotly need not measure each of them to hide what would stick out.
    layout.xaxis.ticklabeloverflow = layout.yaxis.ticklabeloverflow = "allow";
    return layout;
  }

  async function paint(host, spec) {
    const Plotly = await plotly();
    const width = host.settled || host.clientWidth; // to ask would lay out the page that is being repainted
    host.wide = width >= WIDE;
    host.drawnWidth = width;
    const ends = spec.layout.meta.ends;
    const labels = host.wide ? ends : [];
    const layout = fitted(structuredClone(spec.layout), labels, width);
    layout.width = width;
    await Plotly.react(host, themed(spec.data), themed(layout), { displayModeBar: false, locale: "en-GB" });
    name_ends(host, layout, labels);
    host.querySelectorAll("svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
    host.setAttribute("aria-label", `${spec.layout.meta.label}. Use the arrow keys to read its dates.`);
    window.readDates(host, spec);
  }

  /* Another width can take other labels: the chart is drawn anew, once the width has settled. */
  const resized = new ResizeObserver((entries) => entries.forEach(({ target: host }) => {
    clearTimeout(host.settling);
    host.settled = host.clientWidth;
    if (!host.spec || Math.abs(host.clientWidth - host.drawnWidth) < 2) return;
    host.settling = setTimeout(() => paint(host, host.spec), 80);
  }));

  async function draw(host) {
    const text = host.dataset.figure;
    try {
      if (!host.spec) resized.observe(host);
      host.spec = JSON.parse(text);
      await plotly();
      if (host.dataset.figure !== text) return; // a newer figure overtook this one
      await paint(host, host.spec);
      host.dataset.drawn = String(Number(host.dataset.drawn || 0) + 1);
    } catch (error) {
      console.error(error);
      host.textContent = "The chart could not be drawn. Its figures are in the table below it.";
      host.dataset.drawn = "failed";
    }
  }

  /* A chart draws itself when it comes, again when its figure is another, and in the colours of another scheme. */
  window.drawFrom("data-figure", draw);
  window.drawFrom("data-theme", () => {
    colours.clear();
    document.querySelectorAll("[data-figure]").forEach(draw);
  });

  /* Tables of a chart's figures: made when they are opened, and again when their figures change while open. */
  function row(cells, first, other) {
    const made = element("tr");
    cells.forEach((cell, at) => made.append(
      at ? element(other, cell, { className: "number", ...(other === "th" ? { scope: "col" } : {}) }) : element("th", cell, { scope: first }),
    ));
    return made;
  }

  function tabulate(host) {
    const disclosure = host.closest("details");
    if (!disclosure || !disclosure.open) return host.replaceChildren();
    const { caption, header, rows } = JSON.parse(host.dataset.table);
    const head = element("thead");
    head.append(row(header, "col", "th"));
    const body = element("tbody");
    body.append(...rows.map((cells) => row(cells, "row", "td")));
    const table = element("table", undefined, { className: "table" });
    table.append(element("caption", caption), head, body);
    const wrap = element("div", undefined, { className: "table-wrap", tabIndex: 0 });
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", caption);
    wrap.append(table);
    host.replaceChildren(wrap);
  }

  document.addEventListener("toggle", (event) => {
    event.target.querySelectorAll("[data-table]").forEach(tabulate);
  }, true);
  window.drawFrom("data-table", tabulate);

  /* Links inside markup that came as text change the page as dcc.Link does, without loading it again. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-inside]");
    if (!link || link.closest("#served") || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  });
})();
