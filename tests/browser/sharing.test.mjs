// Links: with the whole report, with its results only, to a sample; what is damaged or of the future says so.
import assert from "node:assert/strict";
import { everyCopy, sample } from "./harness.mjs";
import { drawn, paste, view } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");
const link = (page, id) => page.getByTestId(id).inputValue();

/** Opens a link as one does who has the page already: only the fragment changes. */
async function open(page, address) {
  await page.evaluate((hash) => { location.hash = hash; }, new URL(address).hash);
}

everyCopy("a link brings the whole report and its view", {}, async (page) => {
  await paste(page, raw);
  const cards = await page.locator("#tab-cards .count").innerText();
  await view(page, "checks");
  await page.getByTestId("share").click();
  const whole = await link(page, "share-link");
  assert.match(whole, /#h1=[\w-]+&view=checks$/);
  await page.keyboard.press("Escape");
  await page.getByTestId("new-report").click();
  await page.getByTestId("paste-box").waitFor();
  await open(page, whole);
  await page.getByTestId("view-checks").waitFor();
  assert.equal(await page.locator("#tab-cards .count").innerText(), cards);
  assert.match(await page.getByTestId("source").innerText(), /2023年工作回顾/);
});

everyCopy("a short link holds results only, and says so", {}, async (page) => {
  await paste(page, raw);
  await view(page, "targets");
  const rows = await page.getByTestId("target-row").count();
  await page.getByTestId("share").click();
  const [whole, results] = [await link(page, "share-link"), await link(page, "share-results")];
  assert.match(results, /#r1=[\w-]+&view=targets$/);
  assert.ok(results.length * 3 < whole.length, `${results.length} of ${whole.length} characters`);
  assert.match(await page.getByTestId("panel").innerText(), new RegExp(results.length.toLocaleString("en")));
  await page.keyboard.press("Escape");
  await page.getByTestId("new-report").click();
  await page.getByTestId("paste-box").waitFor();
  await open(page, results);
  await page.getByTestId("view-targets").waitFor();
  await drawn(page);
  assert.match(await page.getByTestId("brief").innerText(), /不含报告原文/);
  assert.match(await page.getByTestId("summary").innerText(), /新源县/);
  assert.equal(await page.getByTestId("target-row").count(), rows);
  assert.match(await page.locator("[data-testid=target-row][data-indicator=trade]").first().innerText(), /3141[\s\S]*3926/);
  assert.equal(await page.getByTestId("tab-repairs").count(), 0, "nothing is said of a text that is not there");
  await page.getByTestId("share").click();
  await page.getByTestId("share-results").waitFor();
  assert.equal(await page.getByTestId("share-link").count(), 0);
});

everyCopy("a sample's link only names it", { copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("share").click();
  assert.match(await link(page, "share-sample"), /#sample=yining&view=cards$/);
});

everyCopy("a damaged link and one of the future say what to do", {}, async (page) => {
  const wrong = [["#h1=AAAA", /不完整或已损坏/], ["#r1=q83v", /不完整或已损坏/], ["#sample=nowhere", /不完整或已损坏/], ["#h9=AAAA", /更新版本/], ["#r2=AAAA", /更新版本/]];
  for (const [hash, words] of wrong) {
    await page.evaluate((hash) => { location.hash = hash; }, hash);
    await page.getByTestId("notice").filter({ hasText: words }).waitFor();
    assert.ok(await page.getByTestId("paste-box").isVisible());
  }
});
