/* Reading a chart: pointing at a date, or the arrow keys, shows the figures of all lines on that date together. */
(function () {
  "use strict";
  const MOST = 12; // lines in the box: the named ones, then the nearest grey ones
  const { plain, element } = window.chartParts; // of chart.js

  /* Every date with its figures, from the words of the points: "<b>whose</b><br>when: how much<br>how sure". */
  function dates_of(spec) {
    const dates = new Map();
    spec.data.forEach((trace) => (trace.text || []).forEach((text, at) => {
      if (!text) return;
      const [who, said, ...more] = text.split("<br>").map(plain);
      const [when, value] = said.includes(": ") ? said.split(/: (.*)/s) : ["", said];
      const x = String(trace.x[at]);
      const found = dates.get(x) || { x, when, y: [], lines: [] };
      found.lines.push({ who, value, more: more.join(", "), number: trace.y[at], colour: trace.line && trace.line.color, named: trace.meta !== "context" });
      dates.set(x, found);
    }));
    const all = [...dates.values()].sort((one, other) => (one.x < other.x ? -1 : 1));
    all.forEach((date) => {
      date.lines.sort((one, other) => other.named - one.named || other.number - one.number);
      date.lines = date.lines.filter((line, at) => date.lines.findIndex(({ who }) => who === line.who) === at);
      date.shown = date.lines.slice(0, MOST).sort((one, other) => other.number - one.number);
    });
    return all;
  }

  const spoken = ({ when, shown }) =>
    `${when}: ` + shown.map(({ who, value, more }) => `${who} ${value}${more ? ` (${more})` : ""}`).join("; ");

  function box_of(host) {
    let box = host.querySelector(":scope > .chart-box");
    if (!box) {
      box = element("div", undefined, { className: "chart-box" });
      box.setAttribute("aria-hidden", "true"); // the words go to .chart-readout
      host.append(element("div", undefined, { className: "chart-date" }), box);
    }
    return [host.querySelector(":scope > .chart-date"), box];
  }

  function show(host, date) {
    const [rule, box] = box_of(host);
    const { xaxis, margin, height, width } = host._fullLayout;
    const { t, b } = margin;
    const at = xaxis._offset + xaxis.d2p(date.x);
    box.replaceChildren(element("b", date.when), ...date.shown.map(({ who, value, more, colour }) => {
      const line = element("p");
      const swatch = element("i");
      swatch.style.background = colour && colour.startsWith("--") ? `var(${colour})` : colour || "";
      line.append(swatch, element("span", who), element("strong", value));
      if (more) line.append(element("small", more));
      return line;
    }));
    if (date.lines.length > date.shown.length) box.append(element("small", `and ${date.lines.length - date.shown.length} more in the table`));
    rule.hidden = box.hidden = false;
    rule.style.cssText = `left:${at}px;top:${t}px;height:${height - t - b}px`;
    const room = box.offsetWidth + 16;
    box.style.left = `${Math.max(0, at + room > width ? at - room : at + 16)}px`;
    box.style.top = `${t}px`;
  }

  function hide(host) {
    host.querySelectorAll(":scope > .chart-box, :scope > .chart-date").forEach((each) => { each.hidden = true; });
  }

  /* A chart of one period is read dot by dot, from the highest. */
  function step(host, spec) {
    const dots = spec.data.flatMap((trace, curveNumber) => (trace.text || []).map((text) => ({ curveNumber, pointNumber: 0, text })));
    const readout = host.parentElement.querySelector(".chart-readout");
    let now = -1;
    host.onkeydown = (event) => {
      if (event.key === "Escape") { window.Plotly.Fx.unhover(host); return; }
      const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (!by || !dots.length) return;
      event.preventDefault();
      now = Math.min(Math.max(now + by, 0), dots.length - 1);
      window.Plotly.Fx.hover(host, [dots[now]]);
      if (readout) readout.textContent = dots[now].text.split("<br>").map(plain).join(", ");
    };
    host.onblur = () => window.Plotly.Fx.unhover(host);
  }

  /* Called once a chart is drawn (chart.js). */
  window.readDates = function (host, spec) {
    hide(host);
    host.onkeydown = host.onblur = host.onpointermove = host.onpointerleave = null;
    if (spec.layout.xaxis.type !== "date") { step(host, spec); return; }
    const dates = dates_of(spec);
    if (!dates.length) return;
    let now = dates.length;
    const readout = host.parentElement.querySelector(".chart-readout");
    const go = (to) => { now = Math.min(Math.max(to, 0), dates.length - 1); show(host, dates[now]); };
    host.onpointermove = (event) => {
      const { xaxis } = host._fullLayout;
      const x = event.clientX - host.getBoundingClientRect().left - xaxis._offset;
      const far = dates.map((date) => Math.abs(xaxis.d2p(date.x) - x));
      go(far.indexOf(Math.min(...far)));
    };
    host.onpointerleave = () => hide(host);
    host.onkeydown = (event) => {
      if (event.key === "Escape") { hide(host); return; }
      const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: dates.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      go(to);
      if (readout) readout.textContent = spoken(dates[now]);
    };
    host.onblur = () => hide(host);
  };
})();
