// Opens the page as people do, served and from disk, and watches what it does there.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, root } from "./browser.mjs";

export { sample } from "./browser.mjs";

const screenshots = new URL("target/screenshots/", root);

/** The two copies of the page: where each is opened. */
const COPIES = {
  served: process.env.HESHU_SERVED ?? assert.fail("these tests run by `cargo xtask test --browser`"),
  "from disk": pathToFileURL(fileURLToPath(new URL("dist/heshu.html", root))).href,
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/**
 * A test of every copy of the page. `body` gets Playwright's page, loaded and started. Afterwards nothing may have
 * left the page since it loaded but the asking for its own further files, and the browser must have had nothing to
 * complain of.
 * `options` are Playwright's for the context (viewport, colorScheme, locale), and `copies`, for fewer than both.
 */
export function everyCopy(name, options, body) {
  const { copies = Object.keys(COPIES), ...context } = options;
  describe(name, () => {
    for (const copy of copies) test(copy, () => visit(COPIES[copy], context, body));
  });
}

async function visit(address, options, body) {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    // Scrolling that takes its time would have to be waited for.
    reducedMotion: "reduce",
    // Which would fetch the page's files while other things are watched.
    serviceWorkers: "block",
    ...options,
  });
  try {
    const loading = [];
    const left = [];
    // What the page may still load of itself, once it is needed.
    let later = [];
    const loadedLater = [];
    const complaints = [];
    let loaded = false;
    context.on("request", (request) => {
      const url = request.url();
      // What the page makes itself and names by blob: or data: goes nowhere.
      if (/^(blob|data):/.test(url)) return;
      if (!loaded) loading.push(url);
      else if (later.includes(url) && request.method() === "GET") loadedLater.push(url);
      else left.push(url);
    });
    context.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    context.on("weberror", (error) => complaints.push(String(error.error())));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("websocket", (socket) => left.push(socket.url()));
    await page.goto(address, { waitUntil: "load" });
    await page.waitForSelector("html[data-ready]");
    later = await page.evaluate(() => {
      const files = document.getElementById("heshu-files")?.textContent ?? "{}";
      return Object.values(JSON.parse(files)).map((file) => new URL(file, document.baseURI).href);
    });
    loaded = true;
    await body(page, { loading, loadedLater, complaints });
    // A request that a last click set off would come out within this.
    await page.waitForTimeout(100);
    assert.deepEqual(left, [], "requests after the page had loaded");
    assert.deepEqual(complaints, [], "errors in the browser's console");
    const base = address.replace(/[^/]*$/, "");
    assert.deepEqual(loading.filter((url) => !url.startsWith(base)), [], "parts loaded from elsewhere");
  } finally {
    await context.close();
  }
}

/** A page of its own in a context with these options, and the copy to host; for what `everyCopy` does not fit. */
export async function openServed(options, address = COPIES.served) {
  const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForSelector("html[data-ready]");
  return page;
}

/** The same as soon as there is an answer: nothing has started yet. `before` is given the page before it asks. */
export async function beginServed(options, fragment, before) {
  const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await before(page);
  await page.goto(`${COPIES.served}${fragment}`, { waitUntil: "commit" });
  return page;
}

/** Keeps what the page looks like now as `target/screenshots/NAME.png`. */
export async function screenshot(page, name, options = {}) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, screenshots)), ...options });
}
