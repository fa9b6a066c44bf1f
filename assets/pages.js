/* Plain elements of pages that act on a control or lead to another page, by what their data attributes say. */
(function () {
  "use strict";

  /* data-sets="indicator" data-to="ev_chargers": puts that value into the control of that name. */
  function set(button) {
    window.dash_clientside.set_props({ control: button.dataset.sets }, { value: button.dataset.to });
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

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-sets], [data-goes]");
    if (!button) return;
    if (button.dataset.sets) set(button);
    else go(button);
  });
})();
