/* Drafts: what is typed is kept on the server for whoever typed it, so that closing the tab loses nothing. */
(function () {
  "use strict";
  const { make, read } = window.formFields;
  const PAUSE = 1200; // ms after the last letter
  function keepDrafts(form) {
    if (!form.spec.thing) return;
    form.status = make("p", { class: "draft-status", role: "status" });
    if (form.spec.draft) tellDraft(form);
    form.element.querySelector(".form-end").append(form.status);
    const later = () => { form.dirty = true; clearTimeout(form.timer); form.timer = setTimeout(() => draft(form), PAUSE); };
    form.element.addEventListener("input", later);
    form.element.addEventListener("change", later);
    drafting.add(form);
  }

  /* Navigation to another page keeps at once; the browser sends this even while the tab closes. The listeners
     are there once, however many forms are opened; a form that has left the page is forgotten. */
  const drafting = new Set();
  function leave() {
    drafting.forEach((form) => {
      if (!document.contains(form.element)) drafting.delete(form);
      else if (form.dirty) draft(form, true);
    });
  }
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });

  function drafted(form, values) {
    const { region, version, view, thing } = form.spec;
    return JSON.stringify({ region, version, view, thing, values });
  }

  async function draft(form, leaving) {
    clearTimeout(form.timer);
    if (form.saving || !form.dirty) return;
    form.dirty = false;
    const values = Object.fromEntries(form.spec.fields.map((field) => [field.name, read(form, field)]));
    try {
      const response = await fetch(form.host.dataset.drafts, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: drafted(form, values), keepalive: Boolean(leaving),
      });
      const { saved } = await response.json();
      if (response.ok) { form.status.textContent = `Draft saved at ${saved}`; return; }
      unsaved(form, response.status === ENDED ? OVER : "");
    } catch (error) {
      unsaved(form, "");
    }
  }

  const ENDED = 401;
  const OVER = "Your session has ended. ";

  /* Leaving, or the next letter, tries again. */
  function unsaved(form, why) {
    form.dirty = true;
    form.status.textContent = `${why}The draft could not be saved`;
  }

  function tellDraft(form) {
    const drop = make("button", { type: "button", class: "quiet-button" }, "Discard the draft");
    drop.addEventListener("click", async () => {
      clearTimeout(form.timer);
      form.dirty = false;
      form.saving = true;
      await fetch(form.host.dataset.drafts, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: drafted(form, null),
      });
      window.location.reload();
    });
    form.host.prepend(make("div", { class: "draft-note" },
      make("p", {}, `This is your draft of ${form.spec.draft}. It is not recorded yet, and only you see it.`), drop));
  }

  window.formDrafts = { keepDrafts, ENDED, OVER };
})();
