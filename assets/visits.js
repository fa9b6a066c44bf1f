/* The day of the last visit, kept in this browser alone and sent to nobody until its reader asks what is new
   since then: /whats-new without a day is that of the last visit, where there was one. */
(function () {
  "use strict";
  const today = new Date().toISOString().slice(0, 10);
  const day = /^\d{4}-\d{2}-\d{2}$/;

  function visits() {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem("visits")) || {};
      if (kept.now !== today) {
        kept = { before: day.test(kept.now) ? kept.now : "", now: today };
        localStorage.setItem("visits", JSON.stringify(kept));
      }
    } catch (error) { /* storage is off: every visit is the first */ }
    return kept;
  }

  const { before } = visits();

  window.drawFrom("data-last-visit", (item) => {
    if (!before || !day.test(before)) return;
    const query = new URLSearchParams(window.location.search);
    const asked = query.has("since");
    query.set("since", before);
    const address = `${window.location.pathname}?${query}`;
    if (!asked) { window.location.replace(address); return; }
    if (item.firstChild) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = "Since your last visit";
    item.append(link);
  });

  /* Controls write into the address without a new page: the form of the day sends what it says now. */
  document.addEventListener("submit", ({ target }) => {
    if (!target.matches("[data-day-form]")) return;
    target.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
    const query = new URLSearchParams(window.location.search);
    query.delete("as_of");
    query.set("region", document.getElementById("main").dataset.region);
    query.set("chosen", "1");
    query.forEach((value, name) => {
      const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      target.append(field);
    });
  });
})();
