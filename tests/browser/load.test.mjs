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
    const text = "2023年，全市地区生产总值388.2亿元、增长7.2%。三次产业结构为20:40:41。";
    const worker = heshu.worker();
    const there = [await worker.call("read_text", [text, []]), await worker.finish("checks", "audit")];
    worker.end();
    await heshu.piece("checks");
    const here = [wasm_bindgen.read_text(text, []), wasm_bindgen.audit()];
    return [here, there].map((all) => all.map((bytes) => [...bytes]));
  });
  assert.ok(here.every((bytes) => bytes.length > 100), `bytes: ${here.map((bytes) => bytes.length)}`);
  assert.deepEqual(there, here);
  const object = await page.evaluate(() => heshu.analyze("2023年，全市地区生产总值388.2亿元、增长7.2%。"));
  assert.equal(object.schema, "1.0");
  assert.match(object.text, /388\.2亿元/);
});

everyCopy("a part is loaded with its first call, and answers with bytes or a reason", {}, async (page, { loadedLater }) => {
  assert.deepEqual(loadedLater, []);
  const said = await page.evaluate(async () => {
    const bytes = new TextEncoder().encode("zh\nno analysis");
    const answer = heshu.part("export").call("xlsx", [bytes]);
    return answer.then(String, (error) => error);
  });
  assert.equal(said, "not an analysis");
  const served = (await page.evaluate(() => location.protocol)) !== "file:";
  assert.equal(loadedLater.filter((url) => /heshu-export-.*\.wasm$/.test(url)).length, served ? 1 : 0);

  const book = await page.evaluate(async () => {
    const worker = heshu.worker();
    const bytes = await worker.call("read_text", ["2023年，粮食产量14.5万吨。", []]);
    worker.end();
    const request = new Uint8Array([...new TextEncoder().encode("zh\n\n\n"), ...bytes]);
    const answer = await heshu.part("export").call("xlsx", [request]);
    return [request.length, new TextDecoder().decode(answer.slice(0, 2))];
  });
  assert.deepEqual(book, [0, "PK"], "the bytes were handed over, not copied");
  assert.ok(loadedLater.length <= 2, "the part was loaded once");

  const ended = await page.evaluate(() => {
    const answer = heshu.part("export").call("xlsx", [new Uint8Array(1)]);
    heshu.part("export").end();
    return answer.then(String, (error) => error instanceof Error);
  });
  assert.equal(ended, true, "work that was ended is no answer");
});
