/* Forms of the working record. A form arrives as JSON in data-form and becomes plain labelled elements, so that
   every browser, keyboard and screen reader knows them; it is sent as JSON, and each answer has its place:
   errors above the form and beside their fields (GOV.UK pattern), a newer version by somebody else side by side. */
(function () {
  "use strict";
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  };
  const idOf = (form, name) => `field-${form.spec.kind}-${name}`;

  /* One question: label, hint, place for its error, and the element itself. */
  function question(form, field) {
    const id = idOf(form, field.name);
    const hint = field.hint ? make("p", { id: `${id}-hint`, class: "field-hint" }, field.hint) : null;
    const error = make("p", { id: `${id}-error`, class: "field-error", hidden: true });
    const described = [hint && hint.id, error.id].filter(Boolean).join(" ");
    const optional = field.required || field.kind === "check" ? "" : " (optional)";
    if (field.kind === "radios" || field.kind === "many") {
      const legend = make("legend", {}, field.label + (field.kind === "many" ? "" : optional));
      return make("fieldset", { class: "field", id, tabindex: "-1", "aria-describedby": described },
        legend, hint, error, ...options(form, field, id));
    }
    if (field.kind === "check") {
      const box = make("input", { id, name: field.name, type: "checkbox", "aria-describedby": described });
      return make("div", { class: "field field-check" },
        make("div", { class: "pick" }, box, make("label", { for: id }, field.label)), hint, error);
    }
    return make("div", { class: "field" }, make("label", { for: id }, field.label + optional), hint, error,
      control(field, id, described));
  }

  /* The questions; those of one part are folded under its name until one of them has an answer or an error. */
  function parts(form, fields) {
    const nodes = [];
    let part = null;
    fields.forEach((field) => {
      const asked = question(form, field);
      if (!field.part) { part = null; nodes.push(asked); return; }
      if (!part || part.dataset.part !== field.part) {
        part = make("details", { class: "form-part", "data-part": field.part }, make("summary", {}, field.part));
        nodes.push(part);
      }
      part.append(asked);
    });
    return nodes;
  }

  function unfold(node) {
    const part = node.closest(".form-part");
    if (part) part.open = true;
  }

  function control(field, id, described) {
    const shared = { id, name: field.name, "aria-describedby": described, class: `input input-${field.kind}` };
    if (field.kind === "words") return make("textarea", { ...shared, rows: "4" });
    if (field.kind === "choice") return make("select", shared, ...groups(field));
    const type = field.kind === "date" ? "date" : "text";
    const mode = field.kind === "number" ? "decimal" : null;
    return make("input", { ...shared, type, inputmode: mode, autocomplete: "off" });
  }

  function groups(field) {
    return field.groups.flatMap(([name, choices]) => {
      const made = choices.map(([value, label]) => make("option", { value }, label));
      return name ? [make("optgroup", { label: name }, ...made)] : made;
    });
  }

  function options(form, field, id) {
    const type = field.kind === "radios" ? "radio" : "checkbox";
    let index = 0;
    const pick = ([value, label]) => {
      const own = `${id}-${index++}`;
      const name = type === "radio" ? id : field.name;
      return make("div", { class: "pick" }, make("input", { id: own, type, name, value }),
        make("label", { for: own }, label));
    };
    if (field.groups.length <= FOLDED) return field.groups.flatMap(([, choices]) => choices).map(pick);
    return field.groups.map(([name, choices]) => folded(name, choices.map(pick)));
  }

  /* A long list of boxes is folded by its headings; each says how many of it are chosen. */
  const FOLDED = 3;
  function folded(name, picks) {
    const summary = make("summary", {});
    const group = make("details", { class: "pick-group" }, summary, ...picks);
    group.tell = () => {
      const chosen = group.querySelectorAll("input:checked").length;
      summary.textContent = chosen ? `${name} (${chosen} chosen)` : name;
    };
    group.addEventListener("change", group.tell);
    group.tell();
    return group;
  }

  const boxes = (form, field) => [...form.element.querySelectorAll(`#${CSS.escape(idOf(form, field.name))} input`)];

  function read(form, field) {
    if (field.kind === "many") return boxes(form, field).filter((box) => box.checked).map((box) => box.value);
    if (field.kind === "radios") return (boxes(form, field).find((box) => box.checked) || { value: "" }).value;
    const element = document.getElementById(idOf(form, field.name));
    return field.kind === "check" ? element.checked : element.value;
  }

  function write(form, name, value) {
    const field = form.spec.fields.find((item) => item.name === name);
    if (!field) return;
    if (field.kind === "many" || field.kind === "radios") {
      const wanted = [].concat(value === undefined ? [] : value);
      boxes(form, field).forEach((box) => { box.checked = wanted.includes(box.value); });
      form.element.querySelectorAll(`#${CSS.escape(idOf(form, name))} details`).forEach((group) => group.tell());
      return;
    }
    const element = document.getElementById(idOf(form, name));
    if (field.kind === "check") element.checked = value === true;
    else element.value = value === null || value === undefined ? "" : value;
    if (element.value && field.part) unfold(element);
  }

  /* Drafts: what is typed is kept on the server for whoever typed it, so that closing the tab loses nothing. */
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

  /* How many characters are left, once it matters; said aloud only now and then. */
  const COUNTED = 0.75;
  function counter(element, most) {
    const count = make("p", { class: "field-hint", id: `${element.id}-count` });
    const tell = () => {
      const left = most - element.value.length;
      count.hidden = !element.value;
      count.textContent = left < 0 ? `${-left} characters too many` : `${left.toLocaleString("en-GB")} characters left of ${most.toLocaleString("en-GB")}`;
      count.classList.toggle("field-count-over", left < 0);
      count.setAttribute("aria-live", left < most * (1 - COUNTED) ? "polite" : "off");
    };
    element.addEventListener("input", tell);
    element.setAttribute("aria-describedby", `${element.getAttribute("aria-describedby")} ${count.id}`);
    element.after(count);
    return tell;
  }

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
    } catch (error) {
      answer = { status: 0, message: "The server could not be reached. Nothing was saved; your words are still here." };
    }
    button.removeAttribute("aria-disabled");
    button.textContent = form.spec.button;
    form.saving = false;
    show(form, answer);
  }

  function show(form, answer) {
    clear(form);
    if (answer.href) { form.dirty = false; go(answer.href); return; }
    if (answer.status === 409 && answer.version) { told(form, answer); return; }
    if (answer.errors) { failed(form, answer.errors); return; }
    if (answer.status === ENDED) { over(form); return; }
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
