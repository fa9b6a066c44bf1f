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
})();
