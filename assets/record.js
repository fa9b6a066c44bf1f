/* Forms of the working record. A form arrives as JSON in data-form and becomes plain labelled elements, so that
   every browser, keyboard and screen reader knows them; it is sent as JSON, and each answer has its place:
   errors above the form and beside their fields (GOV.UK pattern), a newer version by somebody else side by side. */
(function () {
  "use strict";
  const { make, idOf, parts, unfold, read, write, counter } = window.formFields;
  const { keepDrafts, ENDED, OVER } = window.formDrafts;

  function build(host) {
    const spec = JSON.parse(host.dataset.form);
    const form = { spec, host };
    form.alert = make("div", {});
    const button = make("button", { type: "submit", class: spec.danger ? "button button-danger" : "button" }, spec.button);
    const cancel = spec.cancel ? make("a", { href: spec.cancel, class: "button-link" }, "Cancel") : null;
    form.element = make("form", { novalidate: true, class: "record-form", "aria-label": spec.name },
      ...parts(form, spec.fields), make("div", { class: "form-end" }, button, cancel));
    host.replaceChildren(form.alert, form.element);
    Object.entries(spec.values || {}).forEach(([name, value]) => write(form, name, value));
    spec.fields.filter((field) => field.longest).forEach((field) => counter(document.getElementById(idOf(form, field.name)), field.longest)());
    keepDrafts(form);
    form.element.addEventListener("input", () => redraw(form));
    form.element.addEventListener("submit", (event) => { event.preventDefault(); send(form, button); });
    if (spec.draft) redraw(form);
  }

  /* What is drawn from the answers of a form (data-follows, its kind) is asked for anew while somebody types. */
  const TYPING = 400; // ms after the last letter
  function redraw(form) {
    const host = document.querySelector(`[data-follows="${form.spec.kind}"]`);
    if (!host) return;
    const mine = form.drawing = (form.drawing || 0) + 1;
    setTimeout(async () => {
      if (mine !== form.drawing) return;
      const address = new URL(host.dataset.address, window.location.href);
      form.spec.fields.filter((field) => FOLLOWED.includes(field.name))
        .forEach((field) => address.searchParams.set(field.name, read(form, field)));
      try {
        const response = await fetch(address.href);
        const drawn = await response.text();
        if (response.ok && mine === form.drawing) host.dataset.svg = drawn;
      } catch (error) { /* the chart stays as it is: what is typed is what counts */ }
    }, TYPING);
  }
  const FOLLOWED = ["indicator", "area_code", "value", "due"];

  async function send(form, button) {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    button.textContent = "Saving…";
    clearTimeout(form.timer);
    form.saving = true; // a draft that arrived after what is recorded would come back
    const values = Object.fromEntries(form.spec.fields.map((field) => [field.name, read(form, field)]));
    const { region, version, view } = form.spec;
    let answer;
    try {
      const response = await fetch(form.spec.action, {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ region, version, view, values }),
      });
      answer = { status: response.status, ...(await response.json()) };
    } catch (error) {  // an answer that is lost on its way leaves open whether it was saved
      answer = { status: 0 };
    }
    button.removeAttribute("aria-disabled");
    button.textContent = form.spec.button;
    form.saving = false;
    show(form, answer);
  }

  const UNANSWERED = "This may have been saved, or not. Your words are still here; before you save them again, "
    + "look in another tab whether they are in the record.";

  function show(form, answer) {
    clear(form);
    if (answer.href) { form.dirty = false; go(answer.href); return; }
    if (answer.status === 409 && answer.version) { told(form, answer); return; }
    if (answer.errors) { failed(form, answer.errors); return; }
    if (answer.status === ENDED) { over(form); return; }
    if (!answer.status) { summary(form, "No answer came from the server", [make("p", {}, UNANSWERED)]); return; }
    summary(form, "This could not be saved", [make("p", {}, answer.message || answer.detail || "Try again in a moment.")]);
  }

  /* Who signs in again in another tab can send what stands here: both tabs share the session. */
  function over(form) {
    form.dirty = true;
    const href = form.host.dataset.drafts.replace(/\/record\/.*$/, "/sign-in");
    const again = make("a", { href, target: "_blank" }, "Sign in again in a new tab");
    summary(form, "This could not be saved", [make("p", {}, OVER, again, ", then save here: your words are still here.")]);
  }

  function clear(form) {
    form.alert.replaceChildren();
    form.element.querySelectorAll(".field-error").forEach((node) => { node.hidden = true; node.textContent = ""; });
    form.element.querySelectorAll("[aria-invalid]").forEach((node) => node.removeAttribute("aria-invalid"));
    form.element.querySelectorAll(".field-wrong").forEach((node) => node.classList.remove("field-wrong"));
    document.title = document.title.replace(/^Error: /, "");
  }

  function failed(form, errors) {
    const items = errors.map(({ field, message }) => {
      const id = idOf(form, field);
      const element = document.getElementById(id);
      const place = document.getElementById(`${id}-error`);
      if (!place) return make("li", {}, message);
      place.hidden = false;
      place.replaceChildren(make("span", { class: "visually-hidden" }, "Error: "), message);
      if (element.tagName !== "FIELDSET") element.setAttribute("aria-invalid", "true");
      place.closest(".field").classList.add("field-wrong");
      unfold(place);
      return make("li", {}, jump(form, field, message));
    });
    summary(form, "There is a problem", [make("ul", {}, ...items)]);
    document.title = `Error: ${document.title}`;
  }

  /* A link that puts the focus into the field, not only on the screen. */
  function jump(form, name, text) {
    const anchor = make("a", { href: `#${idOf(form, name)}` }, text);
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      const target = document.getElementById(idOf(form, name));
      const inner = target.tagName === "FIELDSET" ? target.querySelector("input") || target : target;
      inner.focus();
      target.scrollIntoView({ block: "center" });
    });
    return anchor;
  }

  /* Somebody else wrote first: nothing typed is lost, and theirs is shown beside it. */
  function told(form, answer) {
    const said = [make("p", {}, `${answer.by} saved a newer version on ${answer.at}, while you were writing. ` +
      "Nothing is lost: theirs is in the history, and what you wrote is still in the form.")];
    if (answer.withdrawn) said.push(make("p", {}, "They withdrew it. Saving again brings it back."));
    if (answer.taken.length) said.push(make("p", {}, `Taken over from them: ${answer.taken.join(", ")}.`));
    if (answer.both.length) said.push(make("p", {}, "You both changed:"), make("ul", {}, ...answer.both.map((item) => {
      const use = make("button", { type: "button", class: "quiet-button" }, "Use theirs");
      use.addEventListener("click", () => { write(form, item.field, item.theirs); use.textContent = "Taken over"; });
      return make("li", {}, jump(form, item.field, item.label), ` – theirs: “${label(form, item)}” `, use);
    })));
    said.push(make("p", {}, "Look through it, then save again."));
    Object.entries(answer.take).forEach(([name, value]) => write(form, name, value));
    form.spec.version = answer.version;
    summary(form, "Somebody else has changed this", said);
  }

  function label(form, item) {
    const field = form.spec.fields.find((each) => each.name === item.field);
    const choices = field ? field.groups.flatMap(([, pairs]) => pairs) : [];
    const name = (value) => (choices.find(([key]) => key === value) || [value, value])[1];
    if (typeof item.theirs === "boolean") return item.theirs ? "yes" : "no";
    return [].concat(item.theirs).map(name).join(", ") || "nothing";
  }

  function summary(form, heading, content) {
    const box = make("div", { class: "error-summary", role: "alert", tabindex: "-1" }, make("h2", {}, heading), ...content);
    form.alert.replaceChildren(box);
    box.focus();
    box.scrollIntoView({ block: "start" });
  }

  function go(href) {
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-keeps]");
    if (button) go(`${button.dataset.keeps}&view=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    const print = event.target.closest && event.target.closest("[data-prints]");
    if (print) window.print();
  });

  window.drawFrom("data-form", build);
})();
