// The page on a desk and in a hand, by day and by night, in both languages: nothing sticks out, nothing hinders.
import assert from "node:assert/strict";
import { everyCopy, screenshot } from "./harness.mjs";
import { assertAccessible, settled, view } from "./page.mjs";

const SIZES = { desk: { width: 1280, height: 800 }, hand: { width: 390, height: 844 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    const name = `${size} ${viewport.width} px, ${colorScheme}`;
    everyCopy(name, { viewport, colorScheme, copies: ["served"] }, async (page) => {
      const look = async (state) => {
        await settled(page);
        const [wide, high] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        assert.ok(wide <= high, `${state}: ${wide} px wide in ${high} px`);
        await screenshot(page, `${size}-${colorScheme}-${state}`);
        await assertAccessible(page);
      };
      await look("welcome");
      await page.getByTestId("sample-xinyuan").click();
      await page.getByTestId("findings").waitFor();
      if (size === "hand") await page.getByTestId("show-findings").click();
      await look("cards");
      for (const state of ["targets", "checks", "promises", "table", "charts", "words", "repairs"]) {
        await view(page, state);
        await look(state);
      }
      await view(page, "checks");
      await page.getByTestId("check").first().locator(".go").click();
      if (size === "hand") await page.getByTestId("show-text").click();
      await look("text");
    });
  }
}

for (const width of [360, 320]) {
  everyCopy(`name and tools side by side, ${width} px`, { viewport: { width, height: 740 }, copies: ["served"] }, async (page) => {
    await page.getByTestId("sample-xinyuan").click();
    await page.getByTestId("findings").waitFor();
    for (const lang of ["zh-CN", "en"]) {
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      const [name, cut, tools, end, wide] = await page.evaluate(() => {
        const name = document.querySelector(".brand-name");
        const tools = document.querySelector(".actions").getBoundingClientRect();
        const { right } = name.getBoundingClientRect();
        return [right, name.scrollWidth > name.clientWidth, tools.left, tools.right, document.documentElement.scrollWidth];
      });
      assert.ok(name <= tools && !cut, `${lang}: the name, cut ${cut}, ends at ${name}, the tools begin at ${tools}`);
      assert.ok(end <= width && wide <= width, `${lang}: the tools end at ${end}, the page at ${wide}`);
      await page.getByTestId("language-switch").click();
    }
  });
}

everyCopy("in the table only names go on in a next line", { copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-yining").click();
  await view(page, "table");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    const broken = await page.locator("[data-testid=row] > td").evaluateAll((cells) =>
      cells.map((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return words.getClientRects().length > 1 ? cell.textContent : "";
      }).filter(Boolean));
    assert.deepEqual(broken, [], `${width} px`);
  }
});

everyCopy("English by a switch, and back", {}, async (page) => {
  await page.getByTestId("language-switch").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.locator("h1").first().innerText(), /[A-Za-z]{4}/);
  await page.getByTestId("sample-xinyuan").click();
  await view(page, "checks");
  const title = page.getByTestId("check").first().locator(".go");
  assert.match(await title.innerText(), /[A-Za-z]{4}/);
  await screenshot(page, "english-checks");
  await page.getByTestId("language-switch").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.match(await title.innerText(), /[\u4e00-\u9fff]/);
});
