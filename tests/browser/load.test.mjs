// The page opens in both forms, and its module answers on the page and in a worker.
import assert from "node:assert/strict";
import { everyCopy, screenshot } from "./harness.mjs";

everyCopy("opens and shows its heading", {}, async (page, { loading }) => {
  assert.match(await page.title(), /核数/);
  assert.match(await page.locator("h1").innerText(), /政府工作报告/);
  assert.ok(loading.length <= 3, `loads ${loading}`);
  await screenshot(page, "open");
});

everyCopy("analyses on the page and in a worker alike", {}, async (page) => {
  const [here, there] = await page.evaluate(async () => {
    const text = "2023年，全市地区生产总值388.2亿元、增长7.2%。";
    const worker = heshu.worker();
    const there = await worker.analyze(text);
    worker.end();
    return [heshu.analyze(text), there];
  });
  assert.equal(here.schema, "1.0");
  assert.match(here.text, /388\.2亿元/);
  assert.deepEqual(there, here);
});
