// A link to a sample shows it before the module is there, and the page then stands where its still stood.
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginServed, screenshot } from "./harness.mjs";
import { card, drawn, litWords, marks } from "./page.mjs";

const WIDTHS = { desk: { width: 1280, height: 800 }, hand: { width: 390, height: 844 } };

/** What stands on the screen, and where: the words and boxes of all that has a mark for tests and of every heading and line. */
const seen = (page) =>
  page.evaluate(() => {
    const inside = ({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return [...document.querySelectorAll("#app [data-testid], #app h1, #app h2, #app p, #app figure, #app option")].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.width * box.height === 0 || !inside(box) || element.matches("[data-testid=source], [data-testid^=view-]")) return [];
      const [x, y, width] = [box.x, box.y, box.width].map(Math.round);
      return [`${element.dataset.testid ?? element.tagName} ${x} ${y} ${width} ${element.textContent.slice(0, 60)}`];
    });
  });

for (const [name, viewport] of Object.entries(WIDTHS)) {
  for (const sample of ["xinyuan", "yining"]) {
    test(`the still of ${sample} is what the page draws, ${name}`, async () => {
      let release;
      const released = new Promise((done) => (release = done));
      const page = await beginServed({ viewport }, `#sample=${sample}`, (page) =>
        page.route(/heshu-[0-9a-f]+[.]wasm$/, async (route) => {
          await released;
          await route.continue();
        }),
      );
      await page.getByTestId("card").first().waitFor();
      assert.equal(await page.locator("html[data-ready]").count(), 0, "the module is not there");
      const still = await seen(page);
      assert.ok(still.filter((line) => line.startsWith("card ")).length >= 2, still.join("\n"));
      if (sample === "xinyuan") await screenshot(page, `still-${name}`);
      await page.evaluate(() => {
        window.shifts = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shifts += value))).observe({ type: "layout-shift" });
      });
      release();
      await page.locator("#app:not([inert]) [data-testid=card]").first().waitFor();
      await drawn(page);
      const live = await seen(page);
      // Its checks came meanwhile: only what they say something of may differ.
      const others = still.filter((line) => !live.includes(line) && !/^(tab-checks|tab-|density|card|mark|Earlier)/.test(line));
      assert.deepEqual(others, []);
      assert.ok((await page.evaluate(() => shifts)) < 0.02, "nothing jumps");
      const id = await page.getByTestId("card").first().getAttribute("data-observation");
      await (await card(page, id)).locator(".go").first().click();
      assert.ok((await litWords(page)).length > 0, "the page answers");
      assert.ok((await marks(page, id).count()) > 0);
      await page.context().close();
    });
  }
}

test("another view, and another language, wait for the module", async () => {
  for (const [fragment, lang] of [["#sample=xinyuan&view=targets", "zh"], ["#sample=xinyuan", "en"]]) {
    const page = await beginServed({}, fragment, (page) =>
      page.addInitScript((lang) => localStorage.setItem("heshu.lang", lang), lang),
    );
    await page.getByTestId("findings").waitFor();
    assert.equal(await page.locator("#app[inert]").count(), 0);
    if (lang === "en") assert.match(await page.getByTestId("tab-cards").innerText(), /[a-z]/i);
    await page.context().close();
  }
});

test("where the sample cannot be had, the page says so in place of its still", async () => {
  const page = await beginServed({}, "#sample=xinyuan", (page) => page.route(/heshu-xinyuan-[0-9a-f]+[.]txt$/, (route) => route.abort()));
  await page.getByTestId("notice").waitFor();
  assert.ok(await page.getByTestId("paste-box").isVisible());
  await page.context().close();
});
