/* Maps: pan and zoom that never traps the page. A wheel zooms with Ctrl or once the map has focus; one finger scrolls
   the page, two fingers move the map; a mouse drags it once zoomed in. */
(function () {
  "use strict";

  const maps = (window.cityMaps = window.cityMaps || {});
  const MOST = 24;
  const LABELS_UNTIL = 5;
  const NAMED = 15; // areas that all have their names; of more only those with room: lines would cross the others
  const FAR = [1.5, 2.5, 4, 5.5, 7.5, 10]; // in lines: from an area to its name beside it
  const CROWDED = 3; // of these, how far to look for ground outside where long lines would cross many areas
  const SIDES = [[0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1], [1, 0], [-1, 0]];
  const STEEP = [[1, -2], [1, 2], [-1, -2], [-1, 2]]; // where there is little ground left and right
  const pen = document.createElement("canvas").getContext("2d"); // measures names
  const EDGE = 0.4; // of the size of letters: the light edge round a name
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const clamp = (n, low, high) => Math.min(high, Math.max(low, n));

  /* A view maps point p of the drawing to k * p + (x, y); the region must keep covering the frame. */
  function bounded(map, { k, x, y }) {
    const [left, top, width, height] = map.shapes.viewBox;
    const scale = clamp(k, 1, MOST);
    return {
      k: scale,
      x: clamp(x, (left + width) * (1 - scale), left * (1 - scale)),
      y: clamp(y, (top + height) * (1 - scale), top * (1 - scale)),
    };
  }

  function apply(map, view) {
    map.view = bounded(map, view);
    const { k, x, y } = map.view;
    for (const layer of map.canvas.querySelectorAll(".map-moving")) {
      layer.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    }
    map.svg.classList.toggle("map-zoomed", k > 1);
    dress(map);
  }

  /* Labels and hatching keep their size on the screen. */
  function dress(map) {
    const box = map.svg.getBoundingClientRect();
    const [, , width, height] = map.shapes.viewBox;
    if (!box.width) return;
    const scale = Math.max(width / box.width, height / box.height);
    map.unit = scale / map.view.k;
    map.slack = [(box.width * scale - width) / 2, (box.height * scale - height) / 2]; // ground beside the drawing
    map.svg.querySelector(".map-hatch").setAttribute("patternTransform", `scale(${map.unit}) rotate(45)`);
    label(map, clamp(box.width / 50, 11, 14));
  }

  maps.dress = dress;

  /* Of many areas those that `data.named` lists have their names first, whether they have room or not. */
  function label(map, size) {
    const group = map.canvas.querySelector(".map-labels");
    const lines = map.view.k > LABELS_UNTIL ? [] : [...map.shapes.outline].sort((a, b) => b[5] - a[5]);
    const few = lines.length <= NAMED;
    const first = new Set(few ? [] : map.data.named);
    const placed = [];
    place(map, lines.filter(([code]) => first.has(code)), true, placed, size);
    place(map, lines.filter(([code]) => !first.has(code)), few, placed, size);
    group.setAttribute("font-size", size * map.unit);
    group.replaceChildren(...placed.filter((it) => it.from).flatMap((it) => leader(it, map.unit)), ...placed.map(text));
  }

  /* Names on their areas; those of areas that are too narrow beside them, the narrowest
     first, where `all` are wanted. */
  function place(map, lines, all, placed, size) {
    const few = map.shapes.outline.length <= NAMED;
    pen.font = `600 ${size}px ${getComputedStyle(map.canvas).fontFamily}`;
    const apart = (mine) =>
      placed.every((b) => Math.abs(b.x - mine.x) > (b.w + mine.w) / 2 || Math.abs(b.y - mine.y) > (b.h + mine.h) / 2);
    const fits = (mine) => apart(mine) && placed.every((b) => !crosses(b, mine) && !crosses(mine, b));
    const narrow = [];
    for (const [, name, , x, y, width] of lines) {
      const mine = { name, x, y, w: (pen.measureText(name).width + EDGE * size) * map.unit, h: size * 1.3 * map.unit };
      if (mine.w < width * 1.15 && fits(mine)) placed.push(mine);
      else narrow.push(mine);
    }
    const free = (it) => inSight(map, it) && fits(it);
    for (const mine of all ? narrow.reverse() : []) {
      const sides = few ? [...SIDES, ...STEEP] : SIDES;
      const near = (test, far = FAR) => beside(mine, test, far, sides);
      const there =
        near((it) => free(it) && (it.out = outside(map, it)), few ? FAR : FAR.slice(0, CROWDED)) ||
        near(free) ||
        near((it) => inSight(map, it) && apart(it));
      if (there) placed.push(there);
    }
  }

  /* Whether the line of one name runs under the other name, or across its line. */
  function crosses(one, other) {
    if (!one.from) return false;
    const { x1, y1, x2, y2 } = ends(one);
    for (let at = 0; at <= 1; at += 0.05) {
      const [x, y] = [x1 + at * (x2 - x1), y1 + at * (y2 - y1)];
      if (Math.abs(x - other.x) < other.w / 2 && Math.abs(y - other.y) < other.h / 2) return true;
    }
    if (!other.from) return false;
    const line = ends(other);
    const side = (a, b, x, y) => Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));
    const [a, b] = [{ x: x1, y: y1 }, { x: x2, y: y2 }];
    const [c, d] = [{ x: line.x1, y: line.y1 }, { x: line.x2, y: line.y2 }];
    return side(a, b, c.x, c.y) !== side(a, b, d.x, d.y) && side(c, d, a.x, a.y) !== side(c, d, b.x, b.y);
  }

  /* Where the name of an area too narrow for it stands: the nearest free place around it, with a line to it; if
     there is one outside the region, where it does not seem to name a neighbour. */
  function beside(mine, free, distances, sides) {
    for (const far of distances) {
      for (const [right, down] of sides) {
        const x = mine.x + right * (mine.w / 2 + far * mine.h * 0.5);
        const it = { ...mine, x, y: mine.y + down * far * mine.h, from: mine };
        if (free(it)) return it;
      }
    }
    return null;
  }

  function inSight(map, { x, y, w, h }) {
    const [left, top, width, height] = map.shapes.viewBox;
    const { k, x: right, y: down } = map.view;
    const [across, along] = [k * x + right - left, k * y + down - top];
    const within = (at, size, length, slack) => at > (k * size) / 2 - slack && at < length + slack - (k * size) / 2;
    return within(across, w, width, map.slack[0]) && within(along, h, height, map.slack[1]);
  }

  function outside(map, { x, y, w }) {
    const region = map.canvas.querySelector(".map-outline");
    return [x - w / 2, x, x + w / 2].every((each) => !region.isPointInFill(new DOMPoint(each, y)));
  }

  function drawn(tag, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  function ends({ x, y, w, h, from }) {
    return { x1: from.x, y1: from.y, x2: clamp(from.x, x - w / 2, x + w / 2), y2: clamp(from.y, y - h / 2, y + h / 2) };
  }

  function leader(it, unit) {
    const line = (name, wide) => drawn("line", { ...ends(it), class: name, "stroke-width": wide * unit });
    return [line("map-leader-casing", 3.5), line("map-leader", 1.25)];
  }

  function text({ name, x, y, out }) {
    const element = drawn("text", { x, y, class: out ? "map-label-out" : "map-label" });
    element.textContent = name;
    return element;
  }

  function about(map, factor, [px, py]) {
    const { k, x, y } = map.view;
    const next = clamp(k * factor, 1, MOST);
    return { k: next, x: px - ((px - x) / k) * next, y: py - ((py - y) / k) * next };
  }

  maps.glide = function (map, goal) {
    const from = map.view;
    const to = bounded(map, goal);
    const began = performance.now();
    if (still.matches) return apply(map, to);
    cancelAnimationFrame(map.gliding);
    const step = (now) => {
      const t = clamp((now - began) / 180, 0, 1);
      const ease = 1 - (1 - t) ** 3;
      const mix = (a, b) => a + (b - a) * ease;
      apply(map, { k: mix(from.k, to.k), x: mix(from.x, to.x), y: mix(from.y, to.y) });
      if (t < 1) map.gliding = requestAnimationFrame(step);
    };
    map.gliding = requestAnimationFrame(step);
  };

  function pointIn(map, clientX, clientY) {
    const point = new DOMPoint(clientX, clientY).matrixTransform(map.svg.getScreenCTM().inverse());
    return [point.x, point.y];
  }

  function onWheel(map, event) {
    if (!event.ctrlKey && !map.svg.contains(document.activeElement)) return;
    const factor = 2 ** (-event.deltaY * (event.deltaMode ? 0.05 : 0.002) * (event.ctrlKey ? 4 : 1));
    if (!event.ctrlKey && factor < 1 && map.view.k === 1) return; // nothing left to zoom out of: the page scrolls
    event.preventDefault();
    apply(map, about(map, factor, pointIn(map, event.clientX, event.clientY)));
  }

  function onDrag(map, down) {
    map.dragged = false;
    if (down.pointerType === "touch" || down.button !== 0 || map.view.k === 1) return;
    const start = pointIn(map, down.clientX, down.clientY);
    const from = map.view;
    const move = (event) => {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4) map.dragged = true;
      if (!map.dragged) return;
      const at = pointIn(map, event.clientX, event.clientY);
      apply(map, { k: from.k, x: from.x + at[0] - start[0], y: from.y + at[1] - start[1] });
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", () => window.removeEventListener("pointermove", move), { once: true });
  }

  function pinch(map, touches) {
    const [a, b] = [...touches].map((touch) => pointIn(map, touch.clientX, touch.clientY));
    return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  }

  function onTouch(map, event) {
    if (event.touches.length !== 2) return void (map.pinched = null);
    event.preventDefault();
    const now = pinch(map, event.touches);
    if (map.pinched) {
      const grown = about(map, now.apart / map.pinched.apart, map.pinched.middle);
      const shift = [now.middle[0] - map.pinched.middle[0], now.middle[1] - map.pinched.middle[1]];
      apply(map, { k: grown.k, x: grown.x + shift[0], y: grown.y + shift[1] });
    }
    map.pinched = now;
  }

  maps.zoom = function (map) {
    const touch = (event) => onTouch(map, event);
    for (const kind of ["touchstart", "touchmove", "touchend", "touchcancel"]) {
      map.svg.addEventListener(kind, touch, { passive: false });
    }
    map.svg.addEventListener("wheel", (event) => onWheel(map, event), { passive: false });
    map.svg.addEventListener("pointerdown", (event) => onDrag(map, event));
    if (map.canvas.sizes) map.canvas.sizes.disconnect();
    map.canvas.sizes = new ResizeObserver(() => dress(map));
    map.canvas.sizes.observe(map.svg);
    apply(map, map.view);
  };

  const STEPS = { in: 1.8, out: 1 / 1.8, all: 0 };
  /* Zooms a step about a point of the frame: its middle, or the area that has the focus. */
  maps.step = function (map, step, area) {
    const [left, top, width, height] = map.shapes.viewBox;
    const { k, x, y } = map.view;
    const at = area ? [area.x * k + x, area.y * k + y] : [left + width / 2, top + height / 2];
    maps.glide(map, about(map, STEPS[step], at));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-map-zoom]");
    const map = button && button.closest(".map").querySelector(".map-canvas").cityMap;
    if (map) maps.step(map, button.dataset.mapZoom);
  });
})();
