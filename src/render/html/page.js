"use strict";
// What the page can do besides being read: sort and filter its tables. Nothing
// is fetched, nothing is kept, and without this file all of it can be read.
(() => {
  /** What a cell weighs when it is sorted: a number, or its words. */
  const weight = (text, kind) => {
    if (kind === "date") {
      const parts = /^(\d+)\/(\d+)\/(\d+)$/.exec(text);
      return parts ? Number(parts[3] + parts[2] + parts[1]) : null;
    }
    if (kind === "text" || kind === "code") return text === "" ? null : text;
    const number = Number.parseFloat(text.replaceAll(",", "").replace("−", "-"));
    return Number.isNaN(number) ? null : number;
  };

  const compare = (a, b) =>
    typeof a === "string" && typeof b === "string" ? a.localeCompare(b, "en-GB", { numeric: true }) : a < b ? -1 : a > b ? 1 : 0;

  /** Sorts the rows by a column; what has no value stays last, whichever way. */
  const sort = (table, place, kind, way) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [weight(row.cells[place].textContent, kind), row]);
    rows.sort(([a], [b]) => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : way * compare(a, b)));
    body.append(...rows.map(([, row]) => row));
  };

  const sortable = (table) => {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const isUp = heading.getAttribute("aria-sort") === "ascending";
        headings.forEach((other) => other.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", isUp ? "descending" : "ascending");
        sort(table, place, heading.dataset.kind, isUp ? -1 : 1);
      });
    });
  };

  const filterable = (table) => {
    const rows = [...table.tBodies[0].rows];
    const line = document.createElement("p");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    line.className = "filter";
    input.type = "search";
    input.id = `${table.id}-filter`;
    label.htmlFor = input.id;
    label.textContent = "Rows with";
    line.append(label, input, count);
    table.parentElement.before(line);
    const say = () => {
      const words = input.value.toLowerCase();
      const isShown = (row) => [...row.cells].some((cell) => cell.textContent.toLowerCase().includes(words));
      rows.forEach((row) => { row.hidden = !isShown(row); });
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = words === "" ? "" : `${shown} of ${rows.length} rows`;
    };
    input.addEventListener("input", say);
  };

  for (const table of document.querySelectorAll("section table")) {
    if (table.tBodies[0].rows.length > 1) sortable(table);
    if (table.tBodies[0].rows.length > 8) filterable(table);
  }
})();
