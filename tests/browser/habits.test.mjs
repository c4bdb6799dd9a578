// What people are used to: the keyboard, "back", undo, zoom, stillness, and a page that does not jump.
import assert from "node:assert/strict";
import { everyCopy, screenshot } from "./harness.mjs";
import { assertAccessible, assertSeen, settled, view } from "./page.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.tagName ?? "BODY");

/** Goes on with Tab until an element has the focus, as one does without a mouse. */
async function tabTo(page, testid) {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((id) => document.activeElement?.dataset.testid === id, testid)) return;
  }
  assert.fail(`Tab does not lead to ${testid}`);
}

everyCopy("by the keyboard alone: a sample, its checks, put away, taken back; the focus is never lost", {}, async (page) => {
  await tabTo(page, "sample-xinyuan");
  await page.keyboard.press("Enter");
  await page.getByTestId("card").first().waitFor();
  await settled(page);
  assert.notEqual(await focused(page), "BODY", "after the report opened");
  await page.keyboard.press("3");
  await page.getByTestId("view-checks").waitFor();
  await page.keyboard.press("j");
  await page.getByTestId("source").locator(".lit").first().waitFor();
  await page.keyboard.press("?");
  await page.getByTestId("panel").waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("panel").waitFor({ state: "detached" });
  await settled(page);
  assert.notEqual(await focused(page), "BODY", "after the panel closed");
  await tabTo(page, "new-report");
  await page.keyboard.press("Enter");
  await page.getByTestId("paste-box").waitFor();
  await settled(page);
  assert.notEqual(await focused(page), "BODY", "after the report was put away");
  await tabTo(page, "undo");
  await page.keyboard.press("Enter");
  await page.getByTestId("findings").waitFor();
  await settled(page);
  assert.notEqual(await focused(page), "BODY", "after the report was taken back");
});

everyCopy("a list is one stop of the Tab key, and the arrows go through it", { copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-xinyuan").click();
  const place = () =>
    page.evaluate(() => {
      const item = document.activeElement.closest("[data-item]");
      return item ? [...document.querySelectorAll(".view [data-item]")].indexOf(item) : -1;
    });
  for (const name of ["cards", "targets", "checks", "promises", "table", "words", "repairs"]) {
    await view(page, name);
    await page.locator(".view [data-item]").first().waitFor();
    await settled(page);
    const stops = await page.locator(".view [data-item]").evaluateAll((items) =>
      items.filter((item) => item.querySelector("[tabindex='0']")).length);
    assert.equal(stops, 1, `entries that Tab stops at in ${name}`);
    await page.locator(".view [data-item][data-at-hand] [tabindex='0']").first().focus();
    assert.equal(await place(), 0, name);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await place(), 2, `two entries down in ${name}`);
    await page.keyboard.press("ArrowUp");
    assert.equal(await place(), 1, `one up in ${name}`);
  }
});

everyCopy("a menu closes: by another, a click elsewhere, Escape, and when it has served", {}, async (page) => {
  await page.getByTestId("sample-xinyuan").click();
  await page.getByTestId("findings").waitFor();
  const open = () =>
    page.locator(".menu[open] > summary").evaluateAll((summaries) => summaries.map(({ dataset }) => dataset.testid));
  const at = () => page.evaluate(() => document.activeElement.dataset.testid);
  await page.getByTestId("export").click();
  assert.deepEqual(await open(), ["export"]);
  await page.getByTestId("outline").click();
  assert.deepEqual(await open(), ["outline"]);
  await page.getByTestId("summary").locator("h1").click();
  assert.deepEqual(await open(), [], "after a click elsewhere");

  await page.getByTestId("outline").click();
  await page.locator(".outline li button").nth(1).click();
  const lit = page.getByTestId("source").locator(".lit");
  await lit.first().waitFor();
  assert.deepEqual(await open(), [], "after a jump");

  await page.getByTestId("export").press("Enter");
  await page.getByTestId("export-csv").focus();
  await page.keyboard.press("Escape");
  assert.deepEqual([await open(), await at()], [[], "export"], "after Escape in it");
  await page.getByTestId("outline").press("Enter");
  await page.getByTestId("tab-cards").focus();
  await page.keyboard.press("Escape");
  assert.deepEqual([await open(), await at()], [[], "tab-cards"], "after Escape elsewhere");
  assert.ok((await lit.count()) > 0, "what is selected stays so");
  await page.keyboard.press("Escape");
  await lit.first().waitFor({ state: "detached" });
});

everyCopy("the address says where one is, and back goes there", {}, async (page) => {
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("view-cards").waitFor();
  await view(page, "checks");
  await view(page, "table");
  assert.match(page.url(), /view=table/);
  await page.goBack();
  await page.getByTestId("view-checks").waitFor();
  await page.goBack();
  await page.getByTestId("view-cards").waitFor();
  await page.goForward();
  await page.getByTestId("view-checks").waitFor();
});

everyCopy("on a phone back leads from the text to the findings", { viewport: { width: 390, height: 844 } }, async (page) => {
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("view-cards").waitFor();
  await view(page, "targets");
  await view(page, "cards");
  const shown = (pane) => page.locator(`[data-testid=show-${pane}][aria-pressed=true]`).waitFor();
  await page.getByTestId("card").nth(2).locator(".go").click();
  await shown("text");
  await page.goBack();
  await shown("findings");
  await page.getByTestId("view-cards").waitFor();
  await page.goForward();
  await shown("text");
  await page.goBack();
  await shown("findings");
  await page.goBack();
  await page.getByTestId("view-targets").waitFor();
  await shown("findings");
});

// 1280 × 800 at 200 % is 640 × 400 to the page.
everyCopy("at 200 % nothing is cut off", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-xinyuan").click();
  await page.getByTestId("findings").waitFor();
  for (const name of ["cards", "targets", "checks", "promises", "table", "repairs"]) {
    await view(page, name);
    await settled(page);
    const [wide, high] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= high, `${name}: ${wide} px wide in ${high} px`);
    await assertAccessible(page);
  }
  await screenshot(page, "zoom-repairs");
});

everyCopy("who wants no motion gets none", { reducedMotion: "reduce", copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-xinyuan").click();
  await page.getByTestId("card").last().locator(".go").click();
  // Two frames are enough for a jump, and for no glide.
  await settled(page);
  await assertSeen(page.getByTestId("source").locator(".lit").first(), "the words of the card");
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  assert.equal(moving, 0);
});

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  everyCopy(`nothing jumps while a report opens, ${viewport.width} px wide`, { viewport, copies: ["served"] }, async (page) => {
    await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          shifts.push({ value, of: sources.map(({ node }) => node?.className ?? node?.nodeName) });
        }
      }).observe({ type: "layout-shift" });
    });
    await page.evaluate(() => setTimeout(() => document.querySelector("[data-testid=sample-yining]").click()));
    await page.getByTestId("card").nth(30).waitFor({ state: "attached" });
    await page.waitForTimeout(500);
    const shifts = await page.evaluate(() => shifts);
    const sum = shifts.reduce((sum, { value }) => sum + value, 0);
    // Google's mark for "good" is 0.1.
    assert.ok(sum < 0.02, `${sum}: ${JSON.stringify(shifts)}`);
  });
}
