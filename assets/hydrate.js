/* The page that the server rendered is taken over in place. What Dash would ask the server for first stands in
   the document: its layout, its callbacks, and the answer for this address, in which markup that the page shows
   already is a number (dashboard/web/rendering/page_html.py). Once the live page is there, it takes the other's place. */
(function () {
  "use strict";
  const served = document.getElementById("served");
  const entry = document.getElementById("react-entry-point");
  if (!served || !entry) return;
  const address = [window.location.pathname, window.location.search];
  const given = (id) => document.getElementById(id).textContent;

  function answer() {
    return given("first-answer").replace(/"data-svg":"#(\d+)"/g, (_, number) =>
      `"data-svg":${JSON.stringify(served.querySelector(`[data-n="${number}"]`).innerHTML)}`);
  }

  const first = {
    "_dash-layout": () => given("first-layout"),
    "_dash-dependencies": () => given("first-dependencies"),
    "_dash-update-component": (options) => {
      const { output, inputs } = JSON.parse(options.body);
      const same = output === "page.children" && inputs.every(({ value }, at) => (value || "") === address[at]);
      return same ? answer() : null;
    },
  };

  const ask = window.fetch;
  window.fetch = function (resource, options) {
    const url = typeof resource === "string" ? resource : resource.url;
    const name = Object.keys(first).find((each) => url.endsWith(each));
    const text = name && served.isConnected ? first[name](options) : null;
    if (name) delete first[name]; // each is asked for once; from then on the server knows better
    if (text === null) return ask.call(this, resource, options);
    return Promise.resolve(new Response(text, { headers: { "Content-Type": "application/json" } }));
  };

  /* A page seen before comes from the browser's own cache, at once. It is asked for again behind itself, and a line
     at the foot of the window says so where that takes long, and what came of it where something has changed. */
  const [opened] = window.performance.getEntriesByType("navigation");
  if (opened && opened.transferSize === 0) renew();

  async function renew() {
    const box = Object.assign(document.createElement("div"), { className: "renewal" });
    box.setAttribute("role", "status");
    document.body.append(box);
    const edition = (cache) => ask.call(window, window.location.href, { cache }).then(({ headers }) => headers.get("ETag"));
    const waiting = setTimeout(() => box.append("You have seen this page before. Looking for a newer edition…"), 400);
    const again = Object.assign(document.createElement("a"), { href: "", textContent: "Show it" });
    let said = ["No connection: this is the page as you last saw it."];
    try {
      const shown = await edition("force-cache");
      said = shown === await edition("no-cache") ? [] : ["There is a newer edition of this page. ", again];
    } catch (error) { /* said above */ }
    clearTimeout(waiting);
    box.replaceChildren(...said);
  }

  /* A choice made before the live page is there goes to the server, as it does without scripts. */
  served.addEventListener("change", (event) => {
    if (event.target.form && event.target.matches("select")) event.target.form.requestSubmit();
  });

  function take_over() {
    const live = entry.querySelector("#main");
    if (!live || !served.isConnected) return;
    seen.disconnect();
    keep_drawings();
    keep_open();
    entry.hidden = false;
    const focus = kept_focus();
    served.remove();
    if (focus) focus.focus({ preventScroll: true });
  }

  const both = (selector) => {
    const after = [...entry.querySelectorAll(selector)];
    return [...served.querySelectorAll(selector)].map((before, at) => [before, after[at]]).filter(([, one]) => one);
  };

  /* The server's drawing stays until the browser's own is there. */
  function keep_drawings() {
    both(".chart-canvas, .map-canvas").forEach(([before, after]) => {
      if (after.querySelector("svg")) return;
      const faces = [...before.children];
      faces.forEach((face) => { face.setAttribute("aria-hidden", "true"); face.querySelectorAll("a").forEach((link) => { link.tabIndex = -1; }); });
      after.prepend(...faces);
      const drawn = new MutationObserver(() => {
        faces.forEach((face) => face.remove());
        drawn.disconnect();
      });
      drawn.observe(after, { attributes: true, attributeFilter: ["data-drawn", "data-state"] });
    });
  }

  function keep_open() {
    both("details").forEach(([before, after]) => { if (before.open) after.open = true; });
    both(".site-search input").forEach(([before, after]) => { after.value = before.value; });
  }

  /* What is the same in the live page as what has the focus now. */
  function kept_focus() {
    const now = document.activeElement;
    if (!served.contains(now)) return null;
    if (now.name === "q" && now.closest(".site-search")) return entry.querySelector(".site-search input");
    const same = (one) => one.tagName === now.tagName && one.textContent === now.textContent && one.getAttribute("href") === now.getAttribute("href");
    return [...entry.querySelectorAll(now.tagName)].find(same) || entry.querySelector("#main");
  }

  const seen = new MutationObserver(() => {
    if (entry.querySelector("#main")) window.requestAnimationFrame(take_over);
  });
  seen.observe(entry, { subtree: true, childList: true });
})();
