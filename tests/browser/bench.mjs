// Median time of one analysis through the page's own `analyze`, beside one pass of JavaScript over the same text.
import { launch, sample } from "./browser.mjs";

const RUNS = 101;
const text = await sample("yining-2024");
const browser = await launch();
const page = await browser.newPage();
await page.goto(process.env.HESHU_SERVED);
await page.waitForSelector("html[data-ready]");
const [analysis, pass] = await page.evaluate(
  ([text, runs]) => {
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
    return [median(() => heshu.analyze(text)), median(pass) / passes];
  },
  [text, RUNS],
);
const ms = (time) => `${time.toFixed(3).padStart(9)} ms`;
console.log(`Chromium ${browser.version()}, ${[...text].length} characters, median of ${RUNS} runs`);
console.log(`  analysis, object and all    ${ms(analysis)}`);
console.log(`  one pass over the text (JS) ${ms(pass)}   analysis is ${(analysis / pass).toFixed(0)} of these`);

// From asking for the page to what one came for on the screen, each time in a browser that knows nothing of it.
const OPENINGS = 15;
const opened = async (address, selector) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector)) setTimeout(() => (window.opened = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  }, selector);
  await page.goto(address);
  await page.waitForFunction(() => window.opened);
  const time = await page.evaluate(() => window.opened);
  await context.close();
  return time;
};
const bare = [];
const cards = [];
for (let i = 0; i < OPENINGS; i++) {
  bare.push(await opened(process.env.BARE_SERVED, "#bare"));
  cards.push(await opened(`${process.env.HESHU_SERVED}#sample=xinyuan`, "[data-testid=card]"));
}
const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const [least, whole] = [middle(bare), middle(cards)];
console.log(`Opening, median of ${OPENINGS}`);
console.log(`  a bare Yew page             ${ms(least)}`);
console.log(`  the page to a sample's cards${ms(whole)}   ${(whole / least).toFixed(2)} times as long`);
await browser.close();
