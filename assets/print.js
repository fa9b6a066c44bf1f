/* Before a page is printed: what is folded is opened, and a table of many columns is laid out in blocks of its
   columns that fit a sheet, each with the row's head and the first figure (England's). Afterwards all is as it was. */
(function () {
  "use strict";
  const FOLDED = "#main details:not([open]):not(.take):not(.act-menu)";
  const HELD = 2; // the row's head and the first figure
  const MOST = 12; // more columns beside them cannot be read on a sheet of A4

  function open_folded() {
    document.querySelectorAll(FOLDED).forEach((each) => {
      each.open = true;
      each.dataset.printed = "";
      each.dispatchEvent(new Event("toggle")); // the browser's own comes after the picture is taken
    });
  }

  function fold_again() {
    document.querySelectorAll("[data-printed]").forEach((each) => {
      each.open = false;
      delete each.dataset.printed;
    });
  }

  /* `row` with the columns that are held and those from `first` up to `end`; a cell over several spans what is left. */
  function cut(row, first, end) {
    let at = 0;
    [...row.cells].forEach((cell) => {
      const [from, to] = [at, (at += cell.colSpan)];
      const left = Math.max(0, Math.min(to, HELD) - from) + Math.max(0, Math.min(to, end) - Math.max(from, first));
      if (left) cell.colSpan = left;
      else cell.remove();
    });
  }

  function in_blocks(wrap) {
    const table = wrap.querySelector("table");
    const places = table.tHead.rows[0].cells.length - HELD;
    const blocks = Math.ceil(places / MOST);
    const size = Math.ceil(places / blocks);
    for (let first = HELD; first < HELD + places; first += size) {
      const block = table.cloneNode(true);
      [...block.rows].forEach((row) => cut(row, first, first + size));
      block.classList.add("print-block");
      wrap.before(block);
    }
    wrap.hidden = true;
  }

  function whole_again() {
    document.querySelectorAll(".print-block").forEach((block) => block.remove());
    document.querySelectorAll(".table-wrap[hidden]").forEach((wrap) => { wrap.hidden = false; });
  }

  window.addEventListener("beforeprint", () => {
    open_folded();
    document.querySelectorAll(`.table-wrap:has(> table > thead th:nth-child(${HELD + MOST + 1}))`).forEach(in_blocks);
  });
  window.addEventListener("afterprint", () => {
    fold_again();
    whole_again();
  });
})();
