"use strict";
// Pages in a real browser: nothing leaves them, axe-core finds nothing, their
// figures are those of JSON, and what they can do can be done by keyboard.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const folder = process.argv[2];
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { width: 1280, scheme: "light", media: "screen" },
  { width: 1280, scheme: "dark", media: "screen" },
  { width: 320, scheme: "dark", media: "screen" },
  { width: 1000, scheme: "light", media: "print" },
];
// The parts of the dashboard, each with the report and the table it shows.
const PARTS = [
  ["uptake", "uptake", "uptake"],
  ["detailed-uptake", "uptake_--detail", "detail"],
  ["cohorts", "cohorts", "cohorts"],
  ["ages", "uptake_--by_age", "uptake"],
  ["inequalities", "uptake_--by_ethnicity,imd", "uptake"],
  ["second-doses", "second-dose", "second_dose"],
  ["boosters", "boosters", "boosters"],
  ["time-since-primary", "boosters", "time_since_primary"],
  ["campaign", "campaign", "campaign"],
  ["immunosuppressed", "immunosuppressed", "immunosuppressed"],
  ["trend", "trend", "trend"],
];

const url = (name) => `file://${path.join(folder, "pages", name)}.html`;
const json = (report, name) =>
  JSON.parse(fs.readFileSync(path.join(folder, `${report}.json`), "utf8")).tables.find((table) => table.name === name);

/** A page that may ask for nothing, nor say anything of a fault. */
const opened = async (browser, address, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => assert.fail(`${address}: ${error.message}`));
  page.on("console", (message) => assert.notEqual(message.type(), "error", `${address}: ${message.text()}`));
  await page.goto(address);
  assert.deepEqual(asked, [address.split("#")[0]], "a request leaves the page");
  return page;
};

/** A value of JSON as the page shows it; null where the page may have words for nothing. */
const shown = (value, kind) => {
  if (value === null) return null;
  if (kind === "date") return value.split("-").reverse().join("/");
  if (kind === "percent") return value.toFixed(1).replace("-", "−");
  return typeof value === "number" ? value.toLocaleString("en-GB") : value;
};

/** The rows of a table of the page, by the keys of its columns. */
const rowsOf = (page, id) => page.evaluate((id) => {
  const table = document.getElementById(`${id}-table`);
  const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
  const row = (row) => Object.fromEntries(keys.map((key, place) => [key, row.cells[place].textContent]));
  const rows = [...table.tBodies[0].rows].filter((row) => getComputedStyle(row).display !== "none");
  return { rows: rows.map(row), totals: table.tFoot && row(table.tFoot.rows[0]) };
}, id);

const compare = (place, found, table) => {
  assert.equal(found.rows.length, table.rows.length, place);
  const line = (cells, values, skip) => {
    for (const { key, kind } of table.columns.slice(skip)) {
      const text = shown(values[key] ?? null, kind);
      if (text === null) assert.match(cells[key], /^(|–|not known|\[c\])$/, `${place} ${key}`);
      else assert.equal(cells[key], text, `${place} ${key}`);
    }
  };
  table.rows.forEach((values, row) => line(found.rows[row], values, 0));
  if (table.totals) line(found.totals, table.totals, 1);
};

const accessible = async (browser, name) => {
  // That with lists has all that the dashboard has; of the others, two views say what the rest would.
  const views = name === "with-patients" ? VIEWS : VIEWS.slice(2);
  for (const { width, scheme, media } of views) {
    const page = await opened(browser, url(name), { viewport: { width, height: 900 }, colorScheme: scheme });
    await page.emulateMedia({ media, colorScheme: scheme });
    const place = `${name}, ${width} px, ${scheme}, ${media}`;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${place}: ${wide} px too wide`);
    for (const details of await page.locator("details").all()) await details.evaluate((element) => { element.open = true; });
    await page.evaluate(axe);
    // Nothing is pressed on paper.
    const rules = { "target-size": { enabled: media === "screen" } };
    const { violations } = await page.evaluate((options) => axe.run(document, options), { runOnly: RULES, rules });
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
    assert.deepEqual(said, [], place);
    await page.context().close();
  }
};

const figures = async (browser) => {
  for (const javaScriptEnabled of [true, false]) {
    // Without script, the page cannot be asked either: what its text holds is looked at.
    const page = await opened(browser, url("dashboard"), { javaScriptEnabled });
    for (const [id, report, name] of PARTS) {
      const table = json(report, name);
      if (javaScriptEnabled) compare(id, await rowsOf(page, id), table);
      else assert.equal(await page.locator(`#${id}-table tbody tr`).count(), table.rows.length, id);
    }
    await page.context().close();
  }
};

/** Everything that can be reached is reached by the Tab key alone. */
const keyboard = async (browser) => {
  const page = await opened(browser, url("dashboard"));
  const all = await page.evaluate(() => {
    const can = "a[href], button, input, summary, [tabindex='0']";
    const seen = [...document.querySelectorAll(can)].filter((element) => element.checkVisibility());
    seen.forEach((element, place) => { element.dataset.place = place; });
    return seen.length;
  });
  const reached = new Set();
  for (let press = 0; press < all + 5; press += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.dataset.place));
  }
  reached.delete(undefined);
  assert.equal(reached.size, all, "not everything is reached by the Tab key");
  // Sort, by a heading, down; filter, by words.
  const heading = page.locator("#trend-table thead th", { hasText: "Booster so far" });
  await heading.locator("button").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  assert.equal(await heading.getAttribute("aria-sort"), "descending");
  const sorted = (await rowsOf(page, "trend")).rows.map((row) => Number(row.cumulative_booster_pct));
  assert.deepEqual(sorted, [...sorted].sort((a, b) => b - a));
  await page.locator("#trend-table-filter").fill("/12/2021");
  const { rows } = await rowsOf(page, "trend");
  assert.equal(rows.length, 4);
  assert.ok(rows.every((row) => row.week.endsWith("/12/2021")));
  await page.context().close();
};

const choice = async (browser) => {
  const page = await opened(browser, url("dashboard"));
  const whole = await rowsOf(page, "uptake");
  const uncheck = async (key, keep) => {
    const group = page.locator(`.choice fieldset[data-key=${key}]`);
    await group.locator("xpath=..").locator("summary").click();
    for (const box of await group.locator("input").all()) if (!keep.includes(await box.inputValue())) await box.uncheck();
  };
  await uncheck("practice_code", ["Q10002"]);
  await uncheck("gender", ["female"]);
  const expected = json("uptake_--practice_Q10002_--gender_female", "uptake");
  compare("the choice", await rowsOf(page, "uptake"), expected);
  const at = await page.evaluate(() => location.hash);
  assert.equal(at, "#uptake&practice_code=Q10002&gender=female");
  // The points are where the shares say; a link to the view shows it.
  const point = async (of) => {
    const use = of.locator("#uptake svg.chart g:not(.out) use").first();
    return [await use.getAttribute("x"), await use.locator("title").textContent()];
  };
  const [x, title] = await point(page);
  const share = expected.rows[0].first_dose_pct;
  assert.ok(Math.abs(Number.parseFloat(x) - share) < 0.001, `${x} for ${share}`);
  assert.ok(title.startsWith(`First dose ${share.toFixed(1)} % (`), title);
  const link = await opened(browser, url("dashboard") + at);
  compare("the link", await rowsOf(link, "uptake"), expected);
  assert.deepEqual(await point(link), [x, title]);
  await link.context().close();
  await page.locator(".choice button").click();
  assert.deepEqual(await rowsOf(page, "uptake"), whole);
  await page.context().close();
  // With a disclosure profile there is nothing to choose from.
  const disclosed = await opened(browser, url("disclosed"));
  assert.equal(await disclosed.locator(".choice, [data-cube]").count(), 0);
  await disclosed.context().close();
};

/** How long the dashboard takes; told, not judged, for a machine may have much else to do. */
const time = async (browser) => {
  const page = await opened(browser, url("dashboard"));
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  console.log(`dashboard: ${fs.statSync(new URL(url("dashboard"))).size} bytes, drawn in ${Math.round(paint)} ms`);
  await page.context().close();
};

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const names = fs.readdirSync(path.join(folder, "pages")).map((name) => path.basename(name, ".html"));
    for (const name of names.filter((name) => name !== "dashboard")) await accessible(browser, name);
    await figures(browser);
    await keyboard(browser);
    await choice(browser);
    await time(browser);
  } finally {
    await browser.close();
  }
})();
