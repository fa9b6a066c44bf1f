/* Plain elements of pages that act on a control or lead to another page, by what their data attributes say. */
(function () {
  "use strict";

  /* data-sets="map" data-to="ev_chargers": puts that value into the control of that name. An empty one is null:
     a list that can be typed into would go on showing its last choice for "". */
  function set(button) {
    window.dash_clientside.set_props({ control: button.dataset.sets }, { value: button.dataset.to || null });
    const shown = button.dataset.shows && document.getElementById(button.dataset.shows);
    if (!shown) return;
    const box = shown.getBoundingClientRect();
    if (box.bottom < 80 || box.top > window.innerHeight - 80) shown.scrollIntoView({ block: "start" });
  }

  /* As dcc.Link does: the page changes without being loaded again. */
  function go(button) {
    const address = document.getElementById(button.dataset.goes).value;
    if (!address) return;
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  /* What says data-shown="ev_chargers" decides which of the buttons that set the map is pressed. */
  let pressed = null;
  function press() {
    const heading = document.querySelector("[data-shown]");
    if (!heading || heading === pressed) return;
    pressed = heading;
    document.querySelectorAll('[data-sets="map"]').forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.to === heading.dataset.shown));
    });
  }
  new MutationObserver(press).observe(document.documentElement, { subtree: true, childList: true });

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-sets], [data-goes]");
    if (!button) return;
    if (button.dataset.sets) set(button);
    else go(button);
  });

  /* The button that empties a list goes with what it empties: a keyboard's focus goes to the list before. */
  function keepFocus(event) {
    const button = event.detail === 0 && event.target.closest && event.target.closest(".mantine-InputClearButton-root");
    const list = button && button.closest(".mantine-Input-wrapper").querySelector("input");
    if (list) list.focus();
  }
  document.addEventListener("click", keepFocus, { capture: true });
})();
