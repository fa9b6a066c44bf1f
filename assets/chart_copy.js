/* Copying from a chart: its picture, its table, or the address of what is shown. */
(function () {
  "use strict";

  async function picture(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.blob();
  }

  /* A name in one cell, with an apostrophe before what a spreadsheet program would run (dashboard/exports/sheet.py). */
  function named(name) {
    const cell = name.replace(/\s+/g, " ");
    return /^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
  }

  /* The table as text that a spreadsheet or an email takes in columns. */
  function table(button) {
    const host = button.closest(".card, section, main").querySelector("[data-table]");
    const { header, rows } = JSON.parse(host.dataset.table);
    const figures = rows.map(([name, ...cells]) => [named(name), ...cells]);
    return [header.map(named), ...figures].map((cells) => cells.join("\t")).join("\n");
  }

  const take = {
    picture: (button) => navigator.clipboard.write([new ClipboardItem({ "image/png": picture(button.dataset.address) })]),
    table: (button) => navigator.clipboard.writeText(table(button)),
    link: () => navigator.clipboard.writeText(window.location.href),
    code: (button) => navigator.clipboard.writeText(button.closest("div").querySelector("code").textContent),
  };

  document.addEventListener("toggle", (event) => {
    const codes = event.target.matches && event.target.matches(".take") ? event.target.querySelectorAll("code") : [];
    for (const code of codes) code.textContent = code.textContent.replace('src="/', `src="${window.location.origin}/`);
  }, true);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("[data-take]");
    if (!button) return;
    const said = button.closest(".take").querySelector("[role=status]");
    try {
      await take[button.dataset.take](button);
      said.textContent = "Copied.";
    } catch (error) {
      said.textContent = "Your browser does not allow copying here. Use the links to save the picture.";
    }
  });
})();
