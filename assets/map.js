/* Maps: draws an SVG from pre-projected paths once, then only changes classes and names.
   map_keyboard.js adds the keyboard and the readout, map_zoom.js pan and zoom. */
(function () {
  "use strict";

  const geometry = new Map(); // url -> promise of its document, kept for the life of the page
  let drawings = 0; // numbers the ids inside a drawing, so that two maps never clash
  const maps = (window.cityMaps = window.cityMaps || {});

  function fetchOnce(url) {
    if (!geometry.has(url)) {
      const loading = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        return answer.json();
      });
      loading.catch(() => geometry.delete(url)); // so that trying again asks again
      geometry.set(url, loading);
    }
    return geometry.get(url);
  }

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

  maps.nameOf = (name, code, data) => `${name}: ${data.figures[code] || "no figure"}`;

  function classOf(code, data) {
    const number = data.classes[code];
    return number >= 0 && number <= 4 ? `map-area map-${number}` : "map-area map-none";
  }

  const roleOf = (data) => (data.href ? "link" : "button");

  function areaMarkup([code, name, path], data) {
    return (
      `<path class="${classOf(code, data)}" data-code="${escaped(code)}" role="${roleOf(data)}" tabindex="-1" ` +
      `aria-label="${escaped(maps.nameOf(name, code, data))}" d="${path}"/>`
    );
  }

  function svgMarkup(shapes, data, number) {
    const outline = shapes.outline.map((line) => line[2]).join("");
    const dense = shapes.areas.length > 400 ? " map-dense" : "";
    return (
      `<svg class="map-svg${dense}" viewBox="${shapes.viewBox.join(" ")}" role="application" ` +
      `aria-roledescription="map" aria-labelledby="map-title-${number}" aria-describedby="map-summary-${number}" ` +
      `style="--map-hatch:url(#map-hatch-${number})">` +
      `<title id="map-title-${number}"></title><desc id="map-summary-${number}"></desc>` +
      `<defs><pattern id="map-hatch-${number}" class="map-hatch" width="6" height="6" patternUnits="userSpaceOnUse">` +
      `<rect width="6" height="6"/><path d="M0 0h2v6h-2z"/></pattern></defs>` +
      `<g class="map-moving"><g class="map-areas">` +
      shapes.areas.map((area) => areaMarkup(area, data)).join("") +
      `</g></g></svg>` +
      overMarkup(shapes, outline)
    );
  }

  /* A layer of its own, so that a ring or a new colour does not paint the other again. */
  function overMarkup(shapes, outline) {
    return (
      `<svg class="map-over" viewBox="${shapes.viewBox.join(" ")}" aria-hidden="true"><g class="map-moving">` +
      `<g class="map-borders"><path class="map-casing" d="${outline}"/><path class="map-outline" d="${outline}"/></g>` +
      `<g class="map-chosen"></g><g class="map-ring"></g><g class="map-labels"></g></g></svg>`
    );
  }

  function build(canvas, shapes, data) {
    const number = ++drawings;
    canvas.innerHTML = svgMarkup(shapes, data, number);
    canvas.dataset.state = "drawn";
    const svg = canvas.firstElementChild;
    const byCode = new Map();
    const paths = svg.querySelector(".map-areas").children;
    shapes.areas.forEach(([code, name, path, x, y], at) => byCode.set(code, { code, name, path, x, y, element: paths[at] }));
    const map = { canvas, svg, shapes, byCode, data, url: data.url, current: null, view: { k: 1, x: 0, y: 0 } };
    canvas.cityMap = map;
    describe(map);
    choose(map);
    maps.walk(map);
    maps.zoom(map);
    return map;
  }

  function describe(map) {
    map.svg.querySelector("title").textContent = map.data.title;
    map.svg.querySelector("desc").textContent =
      `${map.data.summary} Use the arrow keys to go from area to area and Enter to ${map.data.href ? "open" : "pick"} one, ` +
      "plus and minus to zoom, Shift with an arrow to move the map.";
  }

  function recolour(map, data) {
    const named = String(map.data.named) !== String(data.named);
    map.data = data;
    if (named) maps.dress(map);
    for (const { code, name, element } of map.byCode.values()) {
      const painted = classOf(code, data);
      if (element.getAttribute("class") !== painted) element.setAttribute("class", painted);
      element.setAttribute("aria-label", maps.nameOf(name, code, data));
      if (element.getAttribute("role") !== roleOf(data)) element.setAttribute("role", roleOf(data));
    }
    describe(map);
    choose(map);
    maps.read(map);
  }

  function choose(map) {
    const chosen = (map.data.selected || []).map((code) => map.byCode.get(code)).filter(Boolean);
    map.canvas.querySelector(".map-chosen").innerHTML = chosen
      .map(({ path }) => `<path class="map-chosen-casing" d="${path}"/><path class="map-chosen-line" d="${path}"/>`)
      .join("");
    if (map.data.href) return;
    for (const { code, element } of map.byCode.values()) {
      element.setAttribute("aria-pressed", String((map.data.selected || []).includes(code)));
    }
  }

  function fail(canvas, data) {
    canvas.dataset.state = "failed";
    canvas.cityMap = null;
    canvas.innerHTML =
      '<div class="map-failed"><p>The map could not be loaded. The table holds the same figures.</p>' +
      '<button type="button">Try again</button></div>';
    canvas.querySelector("button").addEventListener("click", () => draw(canvas, data));
  }

  maps.draw = draw;
  async function draw(canvas, data) {
    canvas.wanted = data; // a later call overtakes a slow answer to an earlier one
    const map = canvas.cityMap;
    if (map && map.url === data.url && canvas.contains(map.svg)) return recolour(map, data);
    if (!map) canvas.dataset.state = "loading";
    try {
      const shapes = await fetchOnce(data.url);
      if (canvas.wanted === data) build(canvas, shapes, data);
    } catch (problem) {
      console.error(problem);
      if (canvas.wanted === data) fail(canvas, data);
    }
  }

  const keyed = (id) => JSON.stringify(id, Object.keys(id).sort());
  maps.elementOf = (id) => document.getElementById(keyed(id));

  /* A map draws itself when it comes, and again when its attribute says something else. */
  window.drawFrom("data-map", (canvas) => draw(canvas, JSON.parse(canvas.dataset.map)));
})();
