/* Making a pack: the server tells each section as it is made, then sends the file in the same answer. */
(function () {
  "use strict";

  function tell(box, words, done, of) {
    const bar = box.querySelector("progress");
    bar.hidden = done === undefined;
    if (done !== undefined) bar.value = done / of;
    box.querySelector("p").textContent = words;
  }

  function save(line) {
    const bytes = Uint8Array.from(atob(line.data), (letter) => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: line.type }));
    link.download = line.name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return (bytes.length / 1024).toLocaleString("en-GB", { maximumFractionDigits: 0 });
  }

  function read(box, line) {
    if (line.error) tell(box, line.error);
    else if (line.data) tell(box, `${line.name} is ready (${save(line)} kB). Your browser has saved it.`);
    else tell(box, `Part ${line.done + 1} of ${line.of}: ${line.what}`, line.done, line.of);
  }

  async function make(button) {
    const box = button.closest(".pack").querySelector(".pack-progress");
    button.setAttribute("aria-busy", "true");
    tell(box, "Making the pack", 0, 1);
    box.scrollIntoView({ block: "nearest" });
    try {
      const answer = await fetch(button.dataset.pack);
      if (!answer.ok) throw new Error(String(answer.status));
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        const lines = (rest + (value || "")).split("\n");
        rest = lines.pop();
        lines.forEach((line) => read(box, JSON.parse(line)));
        if (done) break;
      }
    } catch {
      tell(box, "The pack could not be made. Try again, or reload the page.");
    }
    button.removeAttribute("aria-busy");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("a[data-pack]");
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (button.getAttribute("aria-busy") !== "true") make(button);
  });

  /* The preview: as many pictures as the pack has pages, drawn anew with every choice. */
  async function preview(box) {
    const told = box.querySelector("p");
    const pages = box.querySelector("ol");
    told.textContent = "Drawing the pages";
    try {
      const answer = await fetch(box.dataset.pages);
      const said = await answer.json();
      if (!answer.ok) throw new Error(String(answer.status));
      if (!box.isConnected) return;
      pages.replaceChildren(...Array.from({ length: said.pages }, (_, at) => {
        const picture = new Image();
        picture.loading = "lazy";
        picture.width = 661;
        picture.height = 935;
        picture.alt = `Page ${at + 1} of ${said.pages}; the web page of this pack has its words`;
        picture.src = `${box.dataset.page}&number=${at + 1}`;
        const item = document.createElement("li");
        item.append(picture);
        return item;
      }));
      told.textContent = said.pages === 1 ? "1 page" : `${said.pages} pages`;
    } catch {
      told.textContent = "The pages could not be drawn. The files above can still be made.";
    }
  }

  /* What a box shows is kept beside it, not on it: the live page copies the served one's markup, and a copy of a
     box that is being drawn is not drawn itself. */
  const shown = new WeakMap();
  function look() {
    document.querySelectorAll("[data-pages]").forEach((box) => {
      if (shown.get(box) === box.dataset.pages) return;
      shown.set(box, box.dataset.pages);
      preview(box);
    });
  }
  new MutationObserver(look).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-pages"],
  });
  look();

  /* Who moves a section goes on from it: the page that arrives is read from where the section is now. */
  let step = "";
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(".pack-step");
    step = link ? link.id : "";
  });
  document.addEventListener("focusin", ({ target }) => {
    if (!step || (target.id !== "main" && target.id !== step)) return;
    const kind = step.split("-").slice(2).join("-");
    const ids = [step, ...["up", "down", "out", "add"].map((way) => `pack-${way}-${kind}`)];
    const next = ids.map((id) => document.getElementById(id)).find(Boolean);
    step = "";
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  });

  /* Sections are dragged where a pointer is at hand; the links beside each do the same by key. */
  let dragged = null;
  document.addEventListener("pointerover", (event) => {
    const row = event.target.closest && event.target.closest("[data-order] > li");
    if (row && row.dataset.kind !== "brief") row.draggable = true; // it stays first
  });
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest && event.target.closest("[data-order] > li");
    if (dragged) event.dataTransfer.setData("text/plain", dragged.dataset.kind);
  });
  document.addEventListener("dragover", (event) => {
    const row = dragged && event.target.closest && event.target.closest("[data-order] > li");
    if (!row || row.parentNode !== dragged.parentNode || row.dataset.kind === "brief") return;
    event.preventDefault();
    if (row === dragged) return;
    const { top, height } = row.getBoundingClientRect();
    row.parentNode.insertBefore(dragged, event.clientY < top + height / 2 ? row : row.nextSibling);
  });
  document.addEventListener("dragend", () => {
    if (!dragged) return;
    const list = dragged.parentNode;
    dragged = null;
    const kinds = [...list.children].map((row) => row.dataset.kind).join(",");
    window.history.pushState({}, "", `${list.dataset.order}&sections=${kinds}`);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });
})();
