/* Maps: one tab stop, arrow keys from area to area, the ring, and the line that reads out a figure. */
(function () {
  "use strict";

  const maps = (window.cityMaps = window.cityMaps || {});
  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const ZOOMS = { "+": "in", "=": "in", "-": "out", 0: "all" };
  const CLOSEST = 8; // times, to which a chosen place is brought near

  /* The nearest area whose centre lies within 60 degrees of the direction; sideways counts double. */
  maps.neighbour = function (areas, from, [dx, dy]) {
    let best = null;
    let least = Infinity;
    for (const area of areas) {
      const along = (area.x - from.x) * dx + (area.y - from.y) * dy;
      const across = Math.abs((area.x - from.x) * dy) + Math.abs((area.y - from.y) * dx);
      const cost = along + 2 * across;
      if (area !== from && along > 0 && across <= along * 1.75 && cost < least) {
        best = area;
        least = cost;
      }
    }
    return best;
  };

  function readoutOf(map) {
    return maps.elementOf({ ...JSON.parse(map.canvas.id), role: "readout" });
  }

  /* Says the figure of the area pointed at, else of the focused one, else how to use the map. */
  maps.read = function (map) {
    const area = map.pointed || (map.svg.contains(document.activeElement) && map.current);
    const line = readoutOf(map);
    if (!line) return;
    line.classList.toggle("map-readout-hint", !area);
    line.textContent = area ? maps.nameOf(area.name, area.code, map.data) : line.dataset.hint;
  };

  function ring(map) {
    const focused = map.svg.contains(document.activeElement) ? map.current : null;
    const twice = (kind, { path }) => `<path class="${kind}-outer" d="${path}"/><path class="${kind}-inner" d="${path}"/>`;
    map.canvas.querySelector(".map-ring").innerHTML =
      (map.pointed && map.pointed !== focused ? twice("map-pointed", map.pointed) : "") +
      (focused ? twice("map-ring", focused) : "");
    maps.read(map);
  }

  function makeCurrent(map, area) {
    if (map.current) map.current.element.setAttribute("tabindex", "-1");
    map.current = area;
    area.element.setAttribute("tabindex", "0");
  }

  function act(map, area, apart) {
    if (map.data.href) return follow(map.data.href.replaceAll("{code}", encodeURIComponent(area.code)), apart);
    const before = map.data.selected || [];
    const selected = before.includes(area.code) ? before.filter((c) => c !== area.code) : [...before, area.code];
    const store = { ...JSON.parse(map.canvas.id), role: "picked" };
    window.dash_clientside.set_props(store, { data: { code: area.code, selected } });
    map.canvas.dispatchEvent(new CustomEvent("map-picked", { bubbles: true, detail: { code: area.code, before } }));
  }

  /* As dcc.Link does: the page changes without being loaded again. */
  function follow(address, apart) {
    if (apart) return window.open(address, "_blank", "noopener");
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  function onKey(map, event) {
    if (!map.current || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return act(map, map.current, event.ctrlKey || event.metaKey);
    }
    if (event.ctrlKey || event.metaKey) return;
    const target = event.shiftKey ? undefined : targetOf(map, event.key);
    if (target === undefined && !moved(map, event)) return;
    event.preventDefault(); // an arrow at the edge of the map must not scroll the page away
    if (target) target.element.focus({ preventScroll: true });
  }

  /* Whether the key zoomed the map or, with Shift, pushed it a fifth of its size. */
  function moved(map, event) {
    const step = ZOOMS[event.key];
    const way = event.shiftKey && DIRECTIONS[event.key];
    if (step) maps.step(map, step, map.current);
    if (way) {
      const [, , width, height] = map.shapes.viewBox;
      const { k, x, y } = map.view;
      maps.glide(map, { k, x: x - (way[0] * width) / 5, y: y - (way[1] * height) / 5 });
    }
    return step || way;
  }

  /* Moves and zooms until these areas fill most of the frame. */
  maps.fit = function (map, areas) {
    const boxes = areas.map((area) => area.element.getBBox());
    const [left, top, width, height] = map.shapes.viewBox;
    const x0 = Math.min(...boxes.map((box) => box.x));
    const y0 = Math.min(...boxes.map((box) => box.y));
    const w = Math.max(...boxes.map((box) => box.x + box.width)) - x0;
    const h = Math.max(...boxes.map((box) => box.y + box.height)) - y0;
    const k = Math.min(Math.max(0.8 * Math.min(width / w, height / h), 1), CLOSEST);
    maps.glide(map, { k, x: left + width / 2 - k * (x0 + w / 2), y: top + height / 2 - k * (y0 + h / 2) });
  };

  /* Brings an area into the frame when the walk leaves it. */
  maps.show = function (map, area) {
    const [left, top, width, height] = map.shapes.viewBox;
    const { k, x, y } = map.view;
    const at = [area.x * k + x - left, area.y * k + y - top];
    const inside = at[0] > width * 0.06 && at[0] < width * 0.94 && at[1] > height * 0.06 && at[1] < height * 0.94;
    if (k > 1 && !inside) maps.glide(map, { k, x: left + width / 2 - area.x * k, y: top + height / 2 - area.y * k });
  };

  function targetOf(map, key) {
    if (DIRECTIONS[key]) return maps.neighbour(map.byCode.values(), map.current, DIRECTIONS[key]);
    const order = [...map.byCode.values()];
    return { Home: order[0], End: order[order.length - 1] }[key];
  }

  maps.walk = function (map) {
    const areaAt = (event) => map.byCode.get(event.target.dataset && event.target.dataset.code) || null;
    const first = (map.data.selected || []).map((code) => map.byCode.get(code)).find(Boolean);
    makeCurrent(map, first || map.byCode.values().next().value);
    map.svg.addEventListener("keydown", (event) => onKey(map, event));
    map.svg.addEventListener("focusin", (event) => {
      const area = areaAt(event);
      if (!area) return;
      makeCurrent(map, area);
      maps.show(map, area);
      ring(map);
    });
    map.svg.addEventListener("focusout", () => requestAnimationFrame(() => ring(map)));
    map.svg.addEventListener("pointerdown", () => (map.before = document.activeElement));
    map.svg.addEventListener("pointerover", (event) => point(map, areaAt(event)));
    map.svg.addEventListener("pointerleave", () => point(map, null));
    map.svg.addEventListener("click", (event) => {
      const area = areaAt(event);
      if (!area || map.dragged) return;
      const reading = event.pointerType === "touch" && map.data.href && map.before !== area.element;
      area.element.focus({ preventScroll: true });
      if (reading) return; // a first tap reads the figure, a second follows the link: a finger cannot hover
      act(map, area, event.ctrlKey || event.metaKey);
    });
    maps.read(map);
  };

  function point(map, area) {
    if (map.pointed === area) return;
    map.pointed = area;
    ring(map);
  }
})();
