// Whom a reader chooses: the table and its chart are made again from the counts
// in the page. The choice stands in the fragment of the address, so that a view
// can be sent as a link to the same file.
(() => {
  /** A share in tenths of a per cent: never 100.0 unless all, nor 0.0 unless none. */
  const tenths = (part, whole) => {
    if (whole === 0) return null;
    const rounded = Math.floor((2000 * part + whole) / (2 * whole));
    return rounded === 0 && part > 0 ? 1 : rounded === 1000 && part < whole ? 999 : rounded;
  };

  /** The limits of its Wilson 95 % interval, in tenths of a per cent. */
  const limits = (part, whole) => {
    const z = 1.959964;
    const centre = part + (z * z) / 2;
    const half = z * Math.sqrt((part * (whole - part)) / whole + (z * z) / 4);
    return [centre - half, centre + half].map((sum) =>
      Math.min(1000, Math.max(0, Math.round((1000 * sum) / (whole + z * z)))));
  };

  const decimal = (value) => `${Math.floor(value / 10)}.${value % 10}`;

  const choose = (box) => {
    const section = box.closest("section");
    const table = section.querySelector("table");
    const chart = section.querySelector("svg.chart");
    const point = section.querySelector(".point");
    const output = box.querySelector("output");
    const keys = box.dataset.keys.split(" ");
    const cells = box.dataset.cube.split(";").map((row) => row.split(",").map(Number));
    const groups = [...box.querySelectorAll("fieldset")].map((fieldset) => ({
      key: fieldset.dataset.key,
      inputs: [...fieldset.querySelectorAll("input")],
      said: fieldset.parentElement.querySelector("summary span"),
    }));
    const columns = [...table.tHead.rows[0].cells].map((heading) => heading.dataset);
    // By the code in its first cell, before anything is sorted.
    const rows = new Map([...table.tBodies[0].rows].map((row, place) => [row.cells[0].textContent, { row, place }]));
    const marks = [...chart.querySelectorAll("g")];
    const shares = columns.filter((column) => column.kind === "percent");
    const first = point === null ? "" : point.textContent;
    const gutter = Number(chart.dataset.gutter);
    const across = (value) => `${(gutter + (value * (1000 - gutter)) / 1000) / 10}%`;

    const write = (row, counts) => columns.forEach((column, place) => {
      const cell = row.cells[row.cells.length - columns.length + place];
      if (keys.includes(column.key)) cell.textContent = counts[column.key].toLocaleString("en-GB");
      if (column.part !== undefined) {
        const share = tenths(counts[column.part], counts[column.whole]);
        cell.textContent = share === null ? "–" : decimal(share);
      }
    });

    const draw = (group, counts) => {
      const points = group.querySelectorAll("use");
      const lines = group.querySelectorAll("line");
      shares.forEach((column, place) => {
        if (points[place] === undefined) return;
        const [part, whole] = [counts[column.part], counts[column.whole]];
        points[place].classList.toggle("out", whole === 0);
        lines[place].classList.toggle("out", whole === 0);
        if (whole === 0) return;
        const share = tenths(part, whole);
        const [low, high] = limits(part, whole);
        points[place].setAttribute("x", across(share));
        points[place].classList.toggle("few", whole < 8);
        lines[place].setAttribute("x1", across(low));
        lines[place].setAttribute("x2", across(high));
        const title = points[place].querySelector("title");
        title.textContent = title.textContent.replace(/[\d.]+ % \(.*$/, `${decimal(share)} % (${decimal(low)} to ${decimal(high)})`);
      });
    };

    const sums = () => {
      const none = () => Object.fromEntries(keys.map((key) => [key, 0]));
      const found = { total: none(), rows: groups[0].inputs.map(none) };
      for (const cell of cells) {
        if (!groups.every((group, place) => group.inputs[cell[place]].checked)) continue;
        keys.forEach((key, place) => {
          found.total[key] += cell[groups.length + place];
          found.rows[cell[0]][key] += cell[groups.length + place];
        });
      }
      return found;
    };

    const show = () => {
      const found = sums();
      groups[0].inputs.forEach((input, place) => {
        const known = rows.get(input.value);
        if (known === undefined) return;
        write(known.row, found.rows[place]);
        known.row.classList.toggle("out", !input.checked);
        marks[known.place].classList.toggle("out", !input.checked);
        draw(marks[known.place], found.rows[place]);
      });
      if (table.tFoot !== null) write(table.tFoot.rows[0], found.total);
      chart.querySelectorAll(".mean").forEach((line, place) => {
        const share = tenths(found.total[shares[place].part], found.total[shares[place].whole]);
        line.classList.toggle("out", share === null);
        ["x1", "x2"].forEach((end) => line.setAttribute(end, across(share ?? 0)));
      });
      const chosen = groups.filter((group) => group.inputs.some((input) => !input.checked));
      for (const { inputs, said } of groups) {
        const checked = inputs.filter((input) => input.checked);
        said.textContent = checked.length === inputs.length ? "all"
          : checked.length === 1 ? checked[0].parentElement.textContent : `${checked.length} of ${inputs.length}`;
      }
      if (point !== null) point.textContent = chosen.length === 0 ? first : "only those chosen";
      output.textContent = chosen.length === 0 ? "" : `${found.total[keys[0]].toLocaleString("en-GB")} ${keys[0]} counted`;
      return chosen;
    };

    const name = ({ key, inputs }) =>
      `${key}=${inputs.filter((input) => input.checked).map((input) => encodeURIComponent(input.value)).join(",")}`;

    const begins = `#${box.dataset.part}&`;
    const read = () => {
      if (!location.hash.startsWith(begins)) return false;
      const wanted = new Map(location.hash.slice(begins.length).split("&").map((part) => part.split("=")));
      for (const { key, inputs } of groups) {
        const values = wanted.get(key)?.split(",").map(decodeURIComponent);
        inputs.forEach((input) => { input.checked = values === undefined || values.includes(input.value); });
      }
      show();
      return true;
    };

    const changed = () => {
      const chosen = show();
      location.replace(chosen.length === 0 ? `#${box.dataset.part}` : begins + chosen.map(name).join("&"));
    };

    box.addEventListener("change", changed);
    box.querySelector("button").addEventListener("click", () => {
      for (const { inputs } of groups) inputs.forEach((input) => { input.checked = true; });
      changed();
    });
    window.addEventListener("hashchange", read);
    box.hidden = false;
    if (read()) section.scrollIntoView();
  };

  document.querySelectorAll(".choice").forEach(choose);
})();
