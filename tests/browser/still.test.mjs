// A link to a sample shows it before the module is there, and the page then stands where its still stood.
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginServed, screenshot } from "./harness.mjs";
import { card, drawn, litWords, marks } from "./page.mjs";

const WIDTHS = { desk: { width: 1280, height: 800 }, hand: { width: 390, height: 844 } };

/**
 * What stands on the screen, and where: its lines and controls, and of its cards the numbers. How far down a card stands is
 * left to the first one, and how far right what stands behind the count of checks: they come later.
 */
const seen = (page) =>
  page.evaluate(() => {
    const wanted = "#app [data-testid], #app h1, #app p, #app figure, #app option, #app nav button";
    const passing = "[data-testid=source], [data-testid^=view-], [data-testid=more], [data-testid=tab-checks], [data-testid=tab-checks] ~ *, .card *";
    return [...document.querySelectorAll(wanted)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const isSeen = box.width * box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth;
      if (!isSeen || element.matches(passing)) return [];
      const [x, y, width] = [box.x, box.y, box.width].map(Math.round);
      const number = element.matches(".card") && element.querySelector(".number").textContent;
      const isLower = number && element !== document.querySelector(".card");
      return [`${element.dataset.testid ?? element.tagName} ${x} ${isLower ? "" : y} ${width} ${number || element.textContent.slice(0, 60)}`];
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
      await page.locator("#app[data-shown]").waitFor();
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
      assert.deepEqual(still.filter((line) => !live.includes(line)), []);
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

test("the still has the colours that the person chose", async () => {
  const page = await beginServed({ colorScheme: "light" }, "#sample=yining", async (page) => {
    await page.addInitScript(() => localStorage.setItem("heshu.theme", "dark"));
    // The module never comes.
    await page.route(/heshu-[0-9a-f]+[.]wasm$/, () => {});
  });
  await page.getByTestId("card").first().waitFor();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.ok(ground.match(/\d+/g).every((part) => Number(part) < 60), ground);
  await page.context().close();
});

test("where the sample cannot be had, the page says so in place of its still", async () => {
  const page = await beginServed({}, "#sample=xinyuan", (page) => page.route(/heshu-xinyuan-[0-9a-f]+[.]txt$/, (route) => route.abort()));
  await page.getByTestId("notice").waitFor();
  assert.ok(await page.getByTestId("paste-box").isVisible());
  await page.context().close();
});
