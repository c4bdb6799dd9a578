// What can be kept of the findings, in every form.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { everyCopy, sample, screenshot } from "./harness.mjs";
import { analysis, drawn, paste, settled, view } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");
const files = {
  csv: (bytes, report) => {
    const text = bytes.toString();
    assert.ok(text.startsWith("\ufeffid,name,"), "a mark for Excel, then the head");
    const head = text.slice(1).split("\r\n")[0].split(",");
    for (const column of ["level_written", "level_low", "level_high", "level_mid", "level_bound", "commitment_force", "words"]) {
      assert.ok(head.includes(column), column);
    }
    assert.equal(text.trimEnd().split("\r\n").length, report.observations.length + 1);
    assert.ok(!/(^|,)[=+@]/m.test(text), "no cell is a formula");
  },
  xlsx: (bytes) => assert.equal(bytes.subarray(0, 2).toString(), "PK"),
  json: (bytes, report) => assert.deepEqual(JSON.parse(bytes.toString()).observations, report.observations),
  md: (bytes) => assert.match(bytes.toString(), /\| 外贸进出口总额 \| 3141万美元 \| 3926万美元/),
  html: (bytes) => {
    assert.match(bytes.toString(), /^<!doctype html>[\s\S]*<mark/);
    assert.ok(!/<script|src=/.test(bytes.toString()));
  },
};

everyCopy("the findings are saved in every form", {}, async (page) => {
  await paste(page, raw);
  const report = await analysis(page, raw);
  for (const [form, check] of Object.entries(files)) {
    await page.getByTestId("export").click();
    const download = page.waitForEvent("download");
    await page.getByTestId(`export-${form}`).click();
    const saved = await download;
    assert.equal(saved.suggestedFilename(), `新源县-2024.${form}`);
    check(await readFile(await saved.path()), report);
    assert.equal(await page.getByTestId(`export-${form}`).isVisible(), false, "the menu has served");
  }
});

everyCopy("what a person thinks of a check goes along", {}, async (page) => {
  await paste(page, raw);
  await view(page, "checks");
  const check = page.getByTestId("check").first();
  const title = await check.locator(".go").innerText();
  await check.getByTestId("judgement").selectOption("explained");
  for (const form of ["md", "html"]) {
    await page.getByTestId("export").click();
    const download = page.waitForEvent("download");
    await page.getByTestId(`export-${form}`).click();
    const text = (await readFile(await (await download).path())).toString();
    const line = text.split("\n").find((line) => line.includes("有解释"));
    assert.ok(line?.replaceAll("\\", "").includes(title), `${form}: ${line}`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  everyCopy(`printed, the findings stand alone, ${colorScheme}`, { colorScheme, copies: ["served"] }, async (page) => {
    await paste(page, raw);
    await view(page, "checks");
    await page.getByTestId("check").first().getByTestId("judgement").selectOption("agreed");
    await page.emulateMedia({ media: "print", colorScheme });
    await page.setViewportSize({ width: 680, height: 960 });
    await settled(page);
    for (const tool of ["new-report", "tab-cards", "source", "show-text"]) {
      assert.equal(await page.getByTestId(tool).isVisible(), false, tool);
    }
    const judgements = page.getByTestId("judgement");
    assert.equal(await judgements.first().isVisible(), true, "a judgement is printed");
    assert.equal(await judgements.nth(1).isVisible(), false, "where there is one");
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    assert.deepEqual([paper, ink], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    await screenshot(page, `print-${colorScheme}-checks`, { fullPage: true });
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20_000 && /\/Count ([2-9]|\d\d)/.test(pdf.toString("latin1")), "several pages");
  });
}

everyCopy("printed, a list is whole; afterwards it is as before", { copies: ["served"] }, async (page) => {
  await paste(page, raw);
  const all = (await analysis(page, raw)).observations.length;
  await drawn(page);
  const cards = page.getByTestId("card");
  const before = await cards.count();
  assert.ok(before < all, `${before} cards of ${all} are drawn`);
  const asBefore = () =>
    page.waitForFunction((count) => document.querySelectorAll("[data-testid=card]").length === count, before);
  await page.evaluate(() => {
    window.count = () => (window.printed = document.querySelectorAll("[data-testid=card]").length);
    // Before the page itself hears of it.
    addEventListener("afterprint", count, { capture: true });
  });
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.equal(await page.evaluate(() => printed), all, "printed by the browser");
  const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
  assert.ok(pages > all / 25, `${pages} pages`);
  await asBefore();

  await page.evaluate(() => (window.print = count));
  await page.getByTestId("export").click();
  await page.evaluate(() => (printed = 0));
  await page.getByTestId("print").click();
  await page.waitForFunction(() => printed > 0);
  assert.equal(await page.evaluate(() => printed), all, "printed by the menu");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await asBefore();
});
