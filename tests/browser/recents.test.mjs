// Recent reports: kept only where the person says so, forgotten by one click.
import assert from "node:assert/strict";
import { everyCopy } from "./harness.mjs";
import { until } from "./page.mjs";

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));

everyCopy("nothing is kept unasked; what is kept is listed, opens, and is forgotten by one click", {}, async (page) => {
  const put = async (name) => {
    await page.getByTestId(`sample-${name}`).click();
    await page.getByTestId("findings").waitFor();
    await page.getByTestId("summary").waitFor();
  };
  const away = async () => {
    await page.getByTestId("new-report").click();
    await page.getByTestId("paste-box").waitFor();
  };
  await put("yining");
  await away();
  assert.deepEqual(await databases(page), []);
  assert.equal(await page.getByTestId("recent").count(), 0);

  await page.getByTestId("keep-recents").check();
  for (const name of ["yining", "xinyuan", "yining"]) {
    await put(name);
    // Kept behind the page's back: give it the time to.
    await page.waitForTimeout(400);
    await away();
  }
  await page.getByTestId("recent").nth(1).waitFor();
  const titles = await page.getByTestId("recent").allInnerTexts();
  assert.equal(titles.length, 2, "one entry a report");
  assert.match(titles[0], /伊宁市-2024/);
  await page.getByTestId("recent").nth(1).click();
  await page.getByTestId("findings").waitFor();
  assert.match(await page.getByTestId("summary").innerText(), /新源县/);
  await away();
  await page.getByTestId("forget-recents").click();
  await until(page, async () => (await indexedDB.databases()).length === 0);
  assert.equal(await page.getByTestId("recent").count(), 0);
});
