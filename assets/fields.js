/* The fields of a form of the working record as plain labelled elements, so that every browser, keyboard and
   screen reader knows them: how each is built, read and written. */
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

  window.formFields = { make, idOf, parts, unfold, read, write, counter }; // for the scripts of forms, loaded later
})();
