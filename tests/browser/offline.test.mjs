// The hosted copy after its first visit: without a network, and when there is a new version.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import { root } from "./browser.mjs";
import { openServed } from "./harness.mjs";
import { paste, until } from "./page.mjs";

const REPORT = `政府工作报告\n${"2023年，全市地区生产总值388.2亿元、增长7.2%。".repeat(3)}`;

/** Waits until the browser keeps all that the service worker is to keep. */
const kept = (page) =>
  until(page, async () => {
    await navigator.serviceWorker.ready;
    const wanted = Object.values(JSON.parse(document.getElementById("heshu-files").textContent));
    const found = await Promise.all(wanted.map((file) => caches.match(new URL(file, document.baseURI).href)));
    return found.every(Boolean);
  });

test("after one visit everything works without a network", async () => {
  const page = await openServed({});
  await paste(page, REPORT);
  await kept(page);
  await page.context().setOffline(true);
  await page.reload({ waitUntil: "load" });
  await page.waitForSelector("html[data-ready]");
  if ((await page.getByTestId("new-report").count()) > 0) await page.getByTestId("new-report").click();
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("findings").waitFor();
  await page.getByTestId("card").nth(10).waitFor();
  const said = await page.evaluate(() => heshu.part("export").call("xlsx", [new Uint8Array(1)]).catch(String));
  assert.equal(said, "not an analysis", "a part that was never used before");
  await page.context().close();
});

test("what fails once to come is asked for again", async () => {
  const page = await openServed({ serviceWorkers: "block" });
  let asked = 0;
  await page.route(/heshu-export-[0-9a-f]+[.]js$/, (route) => (asked++ === 0 ? route.abort() : route.continue()));
  const call = () => page.evaluate(() => heshu.part("export").call("xlsx", [new Uint8Array(1)]).catch(String));
  assert.equal(await call(), "not an analysis");
  assert.equal(asked, 2);
  await page.context().close();
});

test("a visit without an analysis is enough to open the page and a sample", async () => {
  const page = await openServed({});
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.goto(`${page.url().replace(/[#?].*/, "")}?again#sample=yining`, { waitUntil: "load" });
  await page.getByTestId("findings").waitFor();
  await page.getByTestId("count-note").waitFor();
  await page.context().close();
});

test("a new version says so, and keeps the report when it is taken at once", async () => {
  const host = await hostTwoVersions();
  const page = await openServed({}, host.address);
  await paste(page, REPORT);
  await kept(page);
  host.publish();
  await page.reload({ waitUntil: "load" });
  assert.equal(await page.locator("meta[name=generation]").count(), 0, "the copy that is kept comes first");
  await page.getByTestId("paste-box").waitFor();
  await paste(page, REPORT);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.getByTestId("update").click();
  await page.locator("meta[name=generation]").waitFor({ state: "attached" });
  await page.getByTestId("findings").waitFor();
  const caches = await page.evaluate(() => window.caches.keys());
  assert.equal(caches.length, 1, "the old version is gone");
  await page.context().close();
  host.close();
});

/** A host of the built copy, which can publish a version that differs in its page. */
async function hostTwoVersions() {
  let newer = false;
  const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://host").pathname.replace("/sub/", "") || "index.html";
    const file = await readFile(new URL(`dist/${name}`, root)).catch(() => undefined);
    if (!file) return response.writeHead(404).end();
    response.setHeader("Content-Type", types[name.split(".").pop()] ?? "application/octet-stream");
    if (!newer) return response.end(file);
    if (name === "index.html") return response.end(String(file).replace("<head>", '<head><meta name="generation" content="2">'));
    response.end(name === "sw.js" ? String(file).replace('version: "', 'version: "2') : file);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}/sub/`,
    publish: () => (newer = true),
    close: () => server.close(),
  };
}
