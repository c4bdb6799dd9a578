// What was mended in a paste: by kind, side by side, each kind to be switched off.
import assert from "node:assert/strict";
import { everyCopy, sample, screenshot } from "./harness.mjs";
import { analysis, litWords, paste, settled, view } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");
const clean = await sample("yining-2024");

everyCopy("pasted and repaired text stand side by side, changes marked on both", {}, async (page) => {
  await paste(page, raw);
  await view(page, "repairs");
  const comparison = page.getByTestId("comparison");
  const rows = page.getByTestId("compared");
  assert.ok((await rows.count()) > 10);
  assert.ok((await comparison.locator("del").count()) > 10, "what was taken out is struck out at the left");
  assert.ok((await comparison.locator(".moved").count()) > 5, "moved lines say where they stood");
  const mended = await comparison.evaluate((table) => {
    const left = [...table.querySelectorAll("[role=row] > :first-child del")].map((e) => e.textContent).join("");
    return { breaks: left.includes("↵"), right: table.querySelectorAll("[role=row] > :last-child del").length };
  });
  assert.deepEqual(mended, { breaks: true, right: 0 });

  await page.getByTestId("as-pasted").click();
  assert.equal(await page.getByTestId("as-pasted").getAttribute("aria-pressed"), "true");
  const first = (await rows.first().locator("[role=cell]").first().innerText()).replaceAll(/[␣↵\s]/g, "");
  assert.ok(raw.replaceAll(/\s/g, "").includes(first.slice(0, 12)), `the paste holds ${first}`);

  await page.getByTestId("as-repaired").click();
  await page.getByTestId("compare-kind").selectOption({ label: "倒序的页面" });
  assert.ok((await rows.count()) > 0);
  await rows.first().locator("button").click();
  assert.ok((await litWords(page)).length > 1);
});

everyCopy("a kind of repair switched off changes the analysis, and comes back", { copies: ["served"] }, async (page) => {
  await paste(page, raw);
  const whole = (await analysis(page, raw)).observations.length;
  const without = await page.evaluate(
    async (text) => (await heshu.analyze(text, { without_repairs: ["wrapped_lines"] })).observations.length, raw);
  assert.notEqual(whole, without);
  await view(page, "repairs");
  const kind = page.locator("[data-testid=repair][data-kind=wrapped_lines]");
  const count = page.getByTestId("tab-cards").locator(".count");
  await kind.locator(".switch").click();
  await page.waitForFunction((n) => document.querySelector("#tab-cards .count").textContent === n, String(without));
  assert.equal(await kind.locator(".switch").getAttribute("aria-checked"), "false");
  assert.equal(await page.getByTestId("view-repairs").count(), 1, "the view stays");
  await kind.locator(".switch").click();
  await page.waitForFunction((n) => document.querySelector("#tab-cards .count").textContent === n, String(whole));
  assert.equal(await count.innerText(), String(whole));
});

everyCopy("a suspicion is told apart from a change", { copies: ["served"] }, async (page) => {
  // 12,5%: the comma may be a point, or its digits may be lost.
  await paste(page, `${clean}\n全年新增就业2万人，增长12,5%。\n`);
  await view(page, "repairs");
  const suspicions = page.getByTestId("suspicions");
  assert.match(await suspicions.innerText(), /12,5/);
  assert.match(await suspicions.innerText(), /没有改动/);
  assert.equal(await suspicions.locator(".switch").count(), 0);
  await settled(page);
  await screenshot(page, "suspicions");
});
