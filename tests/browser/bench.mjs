// Median time of one analysis through the page's own `analyze`, beside one pass of JavaScript over the same text.
import { readFile, readdir } from "node:fs/promises";
import { launch, root, sample } from "./browser.mjs";

const RUNS = 101;
const text = await sample("yining-2024");
const browser = await launch();
const page = await browser.newPage();
await page.goto(process.env.HESHU_SERVED);
await page.waitForSelector("html[data-ready]");
const [analysis, pass] = await page.evaluate(
  async ([text, runs]) => {
    const median = (work) => {
      const times = Array.from({ length: runs }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
      });
      return times.sort((a, b) => a - b)[runs >> 1];
    };
    // The clock ticks every 0.1 ms: the pass is too short for it alone.
    const passes = 100;
    let digits = 0;
    const pass = () => {
      for (let i = 0; i < passes; i++) for (const character of text) if (character >= "0" && character <= "9") digits++;
    };
    await heshu.analyze(text);
    return [median(() => wasm_bindgen.analyze(text)), median(pass) / passes];
  },
  [text, RUNS],
);
const ms = (time) => `${time.toFixed(3).padStart(9)} ms`;
console.log(`Chromium ${browser.version()}, ${[...text].length} characters, median of ${RUNS} runs`);
console.log(`  analysis, object and all    ${ms(analysis)}`);
console.log(`  one pass over the text (JS) ${ms(pass)}   analysis is ${(analysis / pass).toFixed(0)} of these`);

// From asking for the page to what one came for on the screen, each time in a browser that knows nothing of it, and has
// time to open its window before.
const OPENINGS = 15;
const REST = 1000;
const READINGS = 11;
const fresh = async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.waitForTimeout(REST);
  return { context, page };
};
// When the page had drawn it, and when the browser first had anything of the page on the screen.
const opened = async (address, selector) => {
  const { context, page } = await fresh();
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector)) setTimeout(() => (window.opened = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  }, selector);
  await page.goto(address);
  await page.waitForFunction(() => window.opened && performance.getEntriesByName("first-contentful-paint").length);
  const times = await page.evaluate(() => [window.opened, performance.getEntriesByName("first-contentful-paint")[0].startTime]);
  await context.close();
  return times;
};
// From a first paste into the page, which stands open for a while, to its cards.
const pasted = async () => {
  const { context, page } = await fresh();
  await page.goto(process.env.HESHU_SERVED);
  await page.waitForSelector("html[data-ready]");
  await page.waitForTimeout(2 * REST);
  const time = await page.evaluate(
    (text) =>
      new Promise((done) => {
        const start = performance.now();
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        const look = () => {
          if (document.querySelector("[data-testid=card]")) setTimeout(() => done(performance.now() - start));
          else requestAnimationFrame(look);
        };
        look();
      }),
    text,
  );
  await context.close();
  return time;
};
const bare = [];
const stills = [];
const cards = [];
const pastes = [];
for (let i = 0; i < OPENINGS; i++) {
  bare.push(await opened(process.env.BARE_SERVED, "#bare"));
  const sample = `${process.env.HESHU_SERVED}#sample=xinyuan`;
  stills.push(await opened(sample, "[data-testid=card]"));
  cards.push(await opened(sample, "#app:not([inert]) [data-testid=card]"));
  pastes.push(await pasted());
}
const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const both = (openings) => [0, 1].map((at) => middle(openings.map((times) => times[at])));
const [[bareDrawn, bareShown], [stillDrawn, stillShown], [whole]] = [both(bare), both(stills), both(cards)];
const beside = (time, least) => `${ms(time)}   ${(time / least).toFixed(2)} times as long`;
console.log(`Opening, median of ${OPENINGS}`);
console.log(`  a bare Yew page is drawn    ${ms(bareDrawn)}`);
console.log(`  a sample's cards are drawn  ${beside(stillDrawn, bareDrawn)}`);
console.log(`  a bare page on the screen   ${ms(bareShown)}`);
console.log(`  the cards on the screen     ${beside(stillShown, bareShown)}`);
console.log(`  and can be worked with      ${beside(whole, bareDrawn)}`);
console.log(`  a first paste to its cards  ${ms(middle(pastes))}`);

// Reading files, by the module that the page and the package share, called without a worker between.
const folder = new URL("../shared/pdf/", root);
const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".pdf"));
console.log(files.length ? `Reading files, median of ${READINGS}` : "Reading files: there is no ../shared/pdf");
// Any address of the package will do: what counts is that no policy of the page stands over it.
await page.goto(`${process.env.HESHU_SERVED}npm/package.json`);
for (const name of files) {
  const bytes = (await readFile(new URL(name, folder))).toString("base64");
  const read = await page.evaluate(
    async ([base64, runs]) => {
      const { read } = await import("./browser.js");
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const times = [];
      let pages = 0;
      for (let i = 0; i < runs; i++) {
        const start = performance.now();
        pages = await read(bytes).then(({ documents }) => documents[0].document.pages.length, () => 0);
        times.push(performance.now() - start);
      }
      return { pages, time: times.sort((a, b) => a - b)[runs >> 1] };
    },
    [bytes, READINGS],
  );
  console.log(`  ${name.padEnd(28)}${ms(read.time)}   ${read.pages ? `${read.pages} pages` : "refused"}`);
}
await browser.close();
