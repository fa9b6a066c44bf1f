/* The clientside half of the frame: the address, the colour scheme, focus and titles, charts. */
(function () {
  "use strict";
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const root = document.documentElement;
  let lastFocused = ""; // the id of what was focused last; a link has none
  let shownPath = "";

  document.addEventListener("focusin", (event) => { lastFocused = event.target.id; });

  /* Back and forward keep the place on the page: where it was left stands in the step of the history. */
  let going = false; // back or forward, until the page of that step is there
  let scrolled = 0;
  window.history.scrollRestoration = "manual";
  let known = window.location.search; // what Dash's own location last heard of: a choice is not told to it
  let shown = known; // what the page shows
  window.addEventListener("popstate", () => {
    going = true;
    const main = document.getElementById("main");
    if (main) delete main.dataset.controls; // what its controls say next is what the address says
    const { search } = window.location;
    // Back from the first choice: Dash's location sees no change and would leave the page as it is.
    if (search === known && search !== shown) dash.set_props("location", { search });
  });
  window.addEventListener("scroll", () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(keep_place, 200);
  }, { passive: true });

  function keep_place() {
    clearTimeout(scrolled);
    if (!going) window.history.replaceState({ ...window.history.state, top: window.scrollY }, "");
  }

  function arrive_at_step() {
    const { top } = window.history.state || {};
    going = false;
    window.scrollTo(0, top || 0);
  }

  dash.address = {
    /* The query string that the page's controls stand for; the address bar follows without a reload. */
    compose(values, ids) {
      // Controls that have just arrived with a page say what the address already says.
      const main = document.getElementById("main");
      const now = JSON.stringify(values);
      const before = main && main.dataset.controls;
      if (main) main.dataset.controls = now;
      if (!main || !before || before === now) return dash.no_update;
      const query = new URLSearchParams(window.location.search);
      ids.forEach((id, index) => {
        const value = values[index];
        const text = Array.isArray(value) ? value.join(",") : value;
        if (text === null || text === undefined || text === "") query.delete(id.control);
        else query.set(id.control, text);
      });
      const search = "?" + query.toString().replaceAll("%2C", ",");
      if (search === window.location.search) return dash.no_update;
      keep_place(); // of the step that is left
      window.history.pushState({}, "", window.location.pathname + search); // every choice is a step to go back
      shown = search;
      return search;
    },

    /* Another region is another page: go there, dropping the places of the old one. */
    region(code) {
      const main = document.getElementById("main");
      if (!code || !main || code === main.dataset.region) return dash.no_update;
      const day = new URLSearchParams(window.location.search).get("as_of");
      return "?region=" + encodeURIComponent(code) + (day ? "&as_of=" + encodeURIComponent(day) : "");
    },
  };

  function scheme() {
    return root.dataset.theme || "light";
  }

  function wear(next) {
    root.dataset.theme = next;
    root.dataset.mantineColorScheme = next;
  }

  /* Paper is white: a page in dark colours is printed in the light ones, and goes back to its own. */
  const paper = window.matchMedia("print");
  let unprinted = null;
  paper.addEventListener("change", () => {
    if (paper.matches && scheme() === "dark") {
      unprinted = "dark";
      wear("light");
    } else if (!paper.matches && unprinted) {
      wear(unprinted);
      unprinted = null;
    }
  });

  function label_toggle() {
    const button = document.getElementById("scheme-toggle");
    if (button) button.setAttribute("aria-pressed", String(scheme() === "dark"));
  }

  /* On a phone the navigation is folded behind one button (assets/app.css); another page closes it. */
  function menu(open) {
    const button = document.querySelector("[data-menu]");
    if (!button) return;
    button.closest(".header").classList.toggle("header-open", open);
    button.setAttribute("aria-expanded", String(open));
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-menu]");
    if (button) menu(button.getAttribute("aria-expanded") !== "true");
  });

  /* The line for whoever is new here is hidden for good (dashboard/components/frame/welcome.py). */
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-hides]");
    if (!button) return;
    try { localStorage.setItem(button.dataset.hides, "hidden"); } catch (error) { /* storage is off: until the next page */ }
    root.dataset.known = "";
    const main = document.getElementById("main");
    if (main) main.focus({ preventScroll: true });
  });

  /* The choices of a page likewise (dashboard/components/controls.py). */
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-folds]");
    if (!button) return;
    const open = button.getAttribute("aria-expanded") !== "true";
    button.parentElement.classList.toggle("folding-open", open);
    button.setAttribute("aria-expanded", String(open));
  });

  dash.shell = {
    /* A new page is there: its title, its current link, and focus where a reader expects it. */
    arrived() {
      const first = !root.dataset.arrived;
      known = shown = window.location.search;
      root.dataset.arrived = "yes";
      window.requestAnimationFrame(() => {
        const main = document.getElementById("main");
        if (!main) return;
        document.title = main.dataset.title;
        document.querySelectorAll(".nav-link").forEach((item) => {
          if (item.classList.contains("nav-link-current")) item.setAttribute("aria-current", "page");
        });
        const current = document.querySelector(".nav-link-current");
        if (current) {
          // Not scrollIntoView: Chromium then begins its Tab order there, past the link that skips the navigation.
          const strip = current.closest("nav");
          strip.scrollLeft += current.getBoundingClientRect().left - (strip.clientWidth - current.offsetWidth) / 2;
        }
        label_toggle();
        menu(false);
        const same = shownPath === window.location.pathname;
        shownPath = window.location.pathname;
        if (first) return;
        if (going) arrive_at_step();
        else window.scrollTo(0, 0);
        // Another page is read from its beginning; the same one, of another region, from the control that changed it.
        const back = same && lastFocused && document.getElementById(lastFocused);
        (back || main).focus({ preventScroll: true });
      });
      return "yes";
    },

    toggle(clicks) {
      if (clicks) {
        const next = scheme() === "dark" ? "light" : "dark";
        wear(next);
        try { localStorage.setItem("scheme", next); } catch (error) { /* storage is off: the choice lasts for this page */ }
      }
      root.dataset.mantineColorScheme = scheme();
      label_toggle();
      return scheme();
    },
  };

  /* What no callback touches comes as markup in data-svg: our own, escaped on the server (dashboard/components/markup.py). */
  function draw(host) {
    host.innerHTML = host.dataset.svg;
    host.drawn = [...host.childNodes];
  }
  // What is React's now is not ours any more: only what we put in goes.
  window.drawFrom("data-svg", draw, (host) => (host.drawn || []).forEach((node) => node.remove()));

  /* Say so when an answer does not come, instead of leaving an old page that looks new. */
  const real_fetch = window.fetch;
  window.fetch = async function (resource, options) {
    const url = typeof resource === "string" ? resource : resource.url;
    if (!url.includes("_dash-update-component")) return real_fetch.call(this, resource, options);
    try {
      const response = await real_fetch.call(this, resource, options);
      notice(response.ok ? null : await sentence(response));
      return response;
    } catch (error) {
      notice("The server could not be reached. Check your connection and try again.");
      throw error;
    }
  };

  async function sentence(response) {
    const text = await response.clone().text();
    const found = /<p>(.*?)<\/p>/s.exec(text);
    const said = found ? new DOMParser().parseFromString(found[1], "text/html").body.textContent : "";
    return (response.status < 500 && said) || "This view could not be loaded. Try again in a moment.";
  }

  function notice(text) {
    let box = document.getElementById("notice");
    if (!text) { if (box) box.remove(); return; }
    if (!box) {
      box = document.createElement("div");
      box.id = "notice";
      box.className = "notice notice-failed";
      box.setAttribute("role", "alert");
      document.body.prepend(box);
    }
    box.textContent = text + " ";
    const again = document.createElement("button");
    again.type = "button";
    again.className = "quiet-button";
    again.textContent = "Try again";
    again.onclick = () => window.location.reload();
    box.append(again);
  }

  /* Mantine says of its lists that they pop up, not that they are comboboxes nor whether they are open; and
     that nothing was found is no option to it. */
  const LISTS = 'input[aria-haspopup="listbox"]';
  const DRESS = [
    [LISTS, (list) => ({ role: "combobox", "aria-expanded": String(list.hasAttribute("data-expanded")) })],
    ['[role="listbox"] [class*="Select-empty"]', () => ({ role: "option", "aria-disabled": "true", "aria-selected": "false" })],
  ];
  function dress(node) {
    DRESS.forEach(([which, given]) => [node, ...node.querySelectorAll(which)].filter((each) => each.matches(which))
      .forEach((each) => Object.entries(given(each)).forEach(([name, value]) => each.setAttribute(name, value))));
  }
  new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
    if (type === "attributes") { if (target.matches(LISTS)) dress(target); return; }
    addedNodes.forEach((node) => { if (node.querySelectorAll) dress(node); });
  })).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-expanded"] });
})();
