/* Pages about small areas: a map that picks a place, and drawings laid over a map.
   data-picks="place" round a map: picking an area puts its code into the control of that name.
   data-fit="E01… E01…" data-fit-map="events": that map moves there, unless it was on it that the place was picked;
   back to the whole region where it is empty.
   data-over="events" data-markup="<circle…>": SVG of our own, made on the server from numbers only, over that map. */
(function () {
  "use strict";

  const maps = (window.cityMaps = window.cityMaps || {});
  let picked = null; // what the map itself chose last: it is in sight already

  document.addEventListener("map-picked", (event) => {
    const host = event.target.closest("[data-picks]");
    if (!host) return;
    const { code, before } = event.detail;
    picked = before.length === 1 && before[0] === code ? null : code;
    window.dash_clientside.set_props({ control: host.dataset.picks }, { value: picked });
  });

  function canvasOf(name) {
    return maps.elementOf && maps.elementOf({ "map-data": name });
  }

  function fit(panel) {
    const canvas = canvasOf(panel.dataset.fitMap);
    const codes = panel.dataset.fit;
    if (!canvas || !canvas.cityMap || (canvas.fitted || "") === codes) return;
    canvas.fitted = codes;
    if (codes && codes === picked) return;
    const all = [...canvas.cityMap.byCode.values()];
    const areas = codes ? all.filter((area) => codes.includes(area.code)) : all;
    if (areas.length) maps.fit(canvas.cityMap, areas);
  }

  /* Above areas and borders, under rings and names. */
  function overlay(source) {
    const canvas = canvasOf(source.dataset.over);
    const layer = canvas && canvas.querySelector(".map-over .map-moving");
    if (!layer) return;
    let group = layer.querySelector(".map-overlay");
    if (!group) {
      group = document.createElementNS("http://www.w3.org/2000/svg", "g");
      group.setAttribute("class", "map-overlay");
      layer.insertBefore(group, layer.querySelector(".map-chosen"));
    }
    if (group.drawn !== source.dataset.markup) group.innerHTML = source.dataset.markup;
    group.drawn = source.dataset.markup;
  }

  function look() {
    document.querySelectorAll("[data-fit]").forEach(fit);
    document.querySelectorAll("[data-over]").forEach(overlay);
  }

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      look();
    });
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-fit", "data-markup", "data-state"],
  });
})();
