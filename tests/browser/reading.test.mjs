// From a pasted report to cards and checks, and from each of them back to the words.
import assert from "node:assert/strict";
import { everyCopy, sample } from "./harness.mjs";
import { analysis, assertSeen, card, litWords, marks, paste, read, settled, view } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");
const slice = (text, [start, end]) => text.slice(start, end).replaceAll("\n", "");
const find = (report, indicator, kinds) =>
  report.observations.find((o) => o.indicator === indicator && kinds.includes(o.kind)) ??
  assert.fail(`no ${indicator} of ${kinds}`);

everyCopy("a pasted report becomes cards, each with its number and its words", {}, async (page) => {
  await paste(page, raw);
  const report = await analysis(page, raw);
  const gdp = find(report, "gdp", ["actual", "expected"]);
  const shown = await read(await card(page, gdp.id));
  for (const part of ["地区生产总值", "137.46", "亿元", "8.4", "2023"]) assert.ok(shown.includes(part), `${part} in ${shown}`);
  const goal = find(report, "gdp", ["target"]);
  const goalShown = await read(await card(page, goal.id));
  for (const part of ["152.11", "8.5", "2024"]) assert.ok(goalShown.includes(part), `${part} in ${goalShown}`);
  assert.match(await page.getByTestId("summary").innerText(), /新源县/);
  assert.match(await page.getByTestId("tab-cards").innerText(), new RegExp(`\\b${report.observations.length}\\b`));
});

everyCopy("a click on a card lights up its words; a click on a mark shows its card", {}, async (page) => {
  await paste(page, raw);
  const report = await analysis(page, raw);
  const goal = find(report, "retail_sales", ["target"]);
  await (await card(page, goal.id)).locator(".go").click();
  assert.equal(slice(await litWords(page), [0]), slice(report.text, goal.span));

  // One near the top, and one whose card is far down the list.
  for (const result of [find(report, "budget_revenue", ["actual", "expected"]), report.observations.at(-1)]) {
    const mark = marks(page, result.id).first();
    await mark.scrollIntoViewIfNeeded();
    await mark.click();
    await page.locator(`[data-testid=card][data-observation="${result.id}"][aria-current=true]`).waitFor();
    await settled(page);
    await assertSeen((await card(page, result.id)).locator(".go"), "the card of the clicked mark");
    assert.equal(slice(await litWords(page), [0]), slice(report.text, result.span));
  }
});

everyCopy("the audit says what does not fit and what does, and leads to the words", {}, async (page) => {
  await paste(page, raw);
  const report = await analysis(page, raw);
  await view(page, "checks");
  const checks = (verdict) => page.locator(`[data-testid=check][data-verdict=${verdict}]`);
  const slip = page.locator("[data-testid=check][data-rule=target-arithmetic]").filter({ hasText: "29.52" });
  await slip.waitFor();
  assert.equal(await slip.count(), 1, "the industry target, with the digits that were meant");
  for (const part of ["规模以上工业增加值", "26.24", "12.5", "29.25"]) {
    assert.ok((await read(slip)).includes(part), `${part} in the check`);
  }
  assert.notEqual(await slip.getAttribute("data-verdict"), "pass");
  const prices = checks("note").filter({ hasText: "地区生产总值" }).filter({ hasText: "8.5%" });
  assert.match(await read(prices), /10\.6[567]/, "what GDP grows by at current prices");

  await slip.locator(".go").click();
  const place = report.checks.findIndex((check) => check.suggestion === "29.52");
  const words = slice(await litWords(page), [0]);
  for (const span of report.checks[place].spans) {
    assert.ok(words.includes(slice(report.text, span)), `${slice(report.text, span)} in the lit ${words}`);
  }

  await slip.getByTestId("rule").click();
  const rule = await slip.getByTestId("rule-page").innerText();
  for (const part of ["何时不算错", "例子", "增速", "矛盾"]) assert.ok(rule.includes(part), `${part} in the page of the rule: ${rule}`);

  await page.getByTestId("passes").click();
  const passes = report.checks.filter((check) => check.verdict === "pass");
  await checks("pass").nth(passes.length - 1).waitFor({ state: "attached" });
  assert.equal(await checks("pass").count(), passes.length);
  assert.ok(passes.length >= 5, "most of the report's own arithmetic holds");
  await assertSeen(checks("pass").first().locator(".go"), "an unfolded pass");
});

everyCopy("targets stand beside results", {}, async (page) => {
  await paste(page, raw);
  await view(page, "targets");
  const row = await page.locator("[data-testid=target-row][data-indicator=trade]").first().innerText();
  for (const part of ["3141", "3926", "25"]) assert.ok(row.replaceAll(",", "").includes(part), `${part} in ${row}`);
  const rows = page.getByTestId("target-row");
  assert.ok((await rows.count()) >= 10);
  assert.ok((await page.locator("[data-testid=target-row] .grew").count()) > 5, "last year's growth is said, too");
  await rows.first().locator(".go").click();
  await litWords(page);
});
