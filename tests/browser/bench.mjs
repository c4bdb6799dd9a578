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
await browser.close();
