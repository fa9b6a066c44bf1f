/* The overview: a card that is pointed at, or has the focus, recolours the map of the districts beside it. */
(function () {
  "use strict";
  let shown = null;

  function show(card) {
    const canvas = document.querySelector(".overview-map .map-canvas");
    if (!canvas || card === shown) return;
    const colours = JSON.parse(card.dataset.mapOf);
    document.querySelectorAll(".decide-card").forEach((each) => each.classList.toggle("decide-shown", each === card));
    window.cityMaps.draw(canvas, colours.map);
    document.querySelector(".overview-map-heading").textContent = colours.heading;
    document.querySelector(".overview-legend").innerHTML = colours.legend; // our own markup, escaped on the server
    shown = card;
  }

  function look(event) {
    const card = event.target.closest && event.target.closest("[data-map-of]");
    if (card) show(card);
  }
  document.addEventListener("pointerover", look);
  document.addEventListener("focusin", look);
})();
