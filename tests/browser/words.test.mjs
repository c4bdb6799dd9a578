// Counts of words: a list of one's own and ready ones, with every hit, over the repaired text.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { everyCopy, sample } from "./harness.mjs";
import { analysis, litWords, paste, view } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");

everyCopy("one's own words are counted, each hit leads to its place, and the list stays", {}, async (page) => {
  await paste(page, raw);
  const { text } = await analysis(page, raw);
  const times = (word) => text.split(word).length - 1;
  await view(page, "words");
  await page.getByTestId("list-own").click();
  await page.getByTestId("own-words").fill("乡村振兴、乡村\n没有的词");
  const row = (word) => page.getByTestId("word").filter({ has: page.getByText(word, { exact: true }) });
  const cells = async (word) => (await row(word).locator("td").allInnerTexts()).map((cell) => cell.trim());
  const [long, short] = [times("乡村振兴"), times("乡村") - times("乡村振兴")];
  assert.ok(long > 0 && short > 0);
  assert.equal((await cells("乡村振兴"))[0], String(long));
  assert.equal((await cells("乡村"))[0], String(short), "what the longer word took is not counted again");
  const characters = [...text.replaceAll(/\s/g, "")].length;
  const share = ((long * 4 + short * 2) * 100 / characters).toFixed(3).replace(/0+$/, "");
  assert.ok((await page.getByTestId("word-total").innerText()).includes(`${share}%`), share);
  assert.match(await page.getByTestId("view-words").innerText(), /没有的词/);

  await row("乡村振兴").locator(".go").click();
  assert.equal(await page.getByTestId("hit").count(), Math.min(long, 40));
  await page.getByTestId("hit").first().click();
  assert.equal(await litWords(page), "乡村振兴");

  const saved = page.waitForEvent("download");
  await page.getByTestId("words-csv").click();
  const csv = await readFile(await (await saved).path(), "utf8");
  assert.ok(csv.startsWith("\ufeff") && csv.includes(`乡村振兴,${long},`), csv.slice(0, 200));

  assert.equal(await page.evaluate(() => localStorage.getItem("heshu.words")), "乡村振兴、乡村\n没有的词");
});

everyCopy("ready lists are counted, in both languages", { copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-yining").click();
  await view(page, "words");
  for (const list of ["environment", "digital", "innovation", "livelihood"]) {
    await page.getByTestId(`list-${list}`).click();
    assert.ok((await page.getByTestId("word").count()) > 3, list);
  }
  await page.getByTestId("language-switch").click();
  assert.match(await page.getByTestId("word-total").innerText(), /\d hits/);
});
