/* The search of the header: a combobox (ARIA Authoring Practices) over /api/v1/search. Its list leads to pages;
   Enter without a choice leads to the page of all that is found. "/" and Ctrl+K lead to it from anywhere. */
(function () {
  "use strict";
  const KINDS = {
    answer: "Answer", indicator: "Indicators", place: "Places", page: "Pages", decision: "Decisions", gap: "Known gaps", dataset: "Datasets",
  };
  const PAUSE = 120; // milliseconds without a letter before we ask
  let waiting = 0;
  let asking = null;

  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    Object.entries(properties).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  }

  function draw(host) {
    const form = host.querySelector("form");
    if (!form || host.querySelector("[role=listbox]")) return;
    const input = form.querySelector("input[name=q]");
    const combobox = {
      role: "combobox", "aria-expanded": "false", "aria-controls": "site-search-list", "aria-autocomplete": "list",
      "aria-keyshortcuts": "/ Control+K",
    };
    Object.entries(combobox).forEach(([name, value]) => input.setAttribute(name, value));
    const list = make("div", { id: "site-search-list", role: "listbox", "aria-label": "Found", hidden: "" });
    const status = make("p", { role: "status", class: "visually-hidden" });
    host.append(list, status);
    const box = { input, list, status };
    input.addEventListener("input", () => later(box));
    input.addEventListener("keydown", (event) => key(box, event));
    input.addEventListener("focus", () => { if (input.value.trim() && list.childElementCount) open(box); });
    host.addEventListener("focusout", (event) => { if (!host.contains(event.relatedTarget)) close(box); });
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // focus stays in the box
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) go(box, option.dataset.address);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (text) go(box, "/search?" + new URLSearchParams({ q: text, region: region() }));
    });
  }
  window.drawFrom("data-search", draw);

  function region() {
    const main = document.getElementById("main");
    return main ? main.dataset.region : "";
  }

  function later(box) {
    clearTimeout(waiting);
    if (!box.input.value.trim()) { empty(box); return; }
    waiting = setTimeout(() => ask(box), PAUSE);
  }

  async function ask(box) {
    if (asking) asking.abort();
    asking = new AbortController();
    const query = new URLSearchParams({ q: box.input.value.trim(), region: region() });
    try {
      const response = await fetch("/api/v1/search?" + query, { signal: asking.signal });
      if (!response.ok) throw new Error(response.status);
      show(box, await response.json());
    } catch (error) {
      if (error.name !== "AbortError") show(box, { said: "The search could not be reached. Press Enter to try again.", items: [] });
    }
  }

  function show(box, found) {
    box.list.replaceChildren();
    const groups = new Map();
    found.items.forEach((item, index) => {
      if (!groups.has(item.kind)) {
        const group = make("div", { role: "group", "aria-label": KINDS[item.kind] });
        group.append(make("div", { class: "search-kind", "aria-hidden": "true" }, KINDS[item.kind]));
        groups.set(item.kind, group);
      }
      const option = make("div", { role: "option", id: "site-search-" + index, "aria-selected": "false" },
        make("span", { class: "search-name" }, item.name), " ", make("span", { class: "search-detail" }, item.detail));
      option.dataset.address = item.address;
      groups.get(item.kind).append(option);
    });
    box.list.append(...groups.values());
    if (found.said) box.list.prepend(make("p", { class: "search-said", role: "presentation" }, found.said));
    const count = found.items.length;
    box.status.textContent = found.said || `${count} found. Use the arrow keys to choose.`;
    if (document.activeElement === box.input) open(box);
  }

  function options(box) { return [...box.list.querySelectorAll("[role=option]")]; }

  function choose(box, step) {
    const all = options(box);
    if (!all.length) return;
    open(box);
    const before = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = before < 0 ? (step > 0 ? 0 : all.length - 1) : (before + step + all.length) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
    box.input.setAttribute("aria-activedescendant", all[next].id);
    all[next].scrollIntoView({ block: "nearest" });
  }

  function key(box, event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(box, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const chosen = options(box).find((option) => option.getAttribute("aria-selected") === "true");
      if (chosen) { event.preventDefault(); go(box, chosen.dataset.address); }
    } else if (event.key === "Escape") {
      if (box.list.hidden) { box.input.value = ""; empty(box); } else close(box);
    }
  }

  function open(box) {
    box.list.hidden = false;
    box.input.setAttribute("aria-expanded", "true");
  }

  function close(box) {
    box.list.hidden = true;
    box.input.setAttribute("aria-expanded", "false");
    box.input.removeAttribute("aria-activedescendant");
    options(box).forEach((option) => option.setAttribute("aria-selected", "false"));
  }

  function empty(box) {
    box.list.replaceChildren();
    box.status.textContent = "";
    close(box);
  }

  /* As dcc.Link does: the page changes without being loaded again. */
  function go(box, address) {
    box.input.value = "";
    empty(box);
    box.input.blur();
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const called = (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) ||
      (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    const input = document.getElementById("site-search");
    if (!called || !input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
