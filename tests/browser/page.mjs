// What a person does on the page, by the marks that the page's parts carry for tests.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The module's own analysis of a text: what the page must show. */
export const analysis = (page, text) => page.evaluate((text) => heshu.analyze(text), text);

/** Pastes into the box as a person does, by the clipboard. A long paste is analysed at once. */
export async function paste(page, text) {
  const box = page.getByTestId("paste-box");
  await box.fill(text);
  await box.press("ControlOrMeta+a");
  await box.press("ControlOrMeta+x");
  assert.equal(await box.inputValue(), "", "the text is on the clipboard");
  await box.press("ControlOrMeta+v");
  await page.getByTestId("findings").waitFor();
}

/** Drops a file of these bytes on the page. */
export async function drop(page, name, bytes) {
  await page.evaluate(
    ({ name, bytes }) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(bytes)], name, { type: "text/plain" }));
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
      }
    },
    { name, bytes: [...bytes] },
  );
}

/** Drops several files at once: content by name. */
export async function dropAll(page, files) {
  const drop = await dropLater(page, files);
  await drop();
}

/**
 * The same when what is given back is called: what the files cost the test comes before. With `count`, so many, the same
 * again under other names.
 */
export async function dropLater(page, files, count = Object.keys(files).length) {
  const packed = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
  await page.evaluate(
    ({ packed, count }) => {
      const files = new DataTransfer();
      for (let n = 0; n < count; n++) {
        const [name, content] = packed[n % packed.length];
        const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
        files.items.add(new File([bytes], n < packed.length ? name : `${n}-${name}`));
      }
      window.dropNow = () => {
        for (const type of ["dragenter", "dragover", "drop"]) {
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
        }
      };
    },
    { packed, count },
  );
  return () => page.evaluate(() => dropNow());
}

/** Opens one of the views and waits until it is drawn: cards, targets, checks, promises, table, charts, words, repairs. */
export async function view(page, name) {
  await page.getByTestId(`tab-${name}`).click();
  await page.getByTestId(`view-${name}`).waitFor();
  await drawn(page);
}

/** Waits until a list that is drawn a few entries at a time is all there. */
export const drawn = (page) => page.waitForFunction(() => document.querySelector("[data-testid=drawing]") === null);

/** The card of an observation. A long list of cards goes on when asked. */
export async function card(page, id) {
  const found = page.locator(`[data-testid=card][data-observation="${id}"]`);
  const more = page.getByTestId("more");
  while ((await found.count()) === 0 && (await more.count()) > 0) await more.click();
  return found;
}

/** What can be read in an element, brought into view: what is far from it need not be drawn. */
export async function read(locator) {
  await locator.scrollIntoViewIfNeeded();
  return locator.innerText();
}

/** The marks of an observation in the text: several where its words are interrupted. */
export const marks = (page, id) => page.locator(`[data-testid=mark][data-observation="${id}"]`);

/** Asserts that what is lit in the text can be seen, and gives its words. */
export async function litWords(page) {
  const lit = page.getByTestId("source").locator(".lit");
  await lit.first().waitFor();
  await settled(page);
  await assertSeen(lit.first(), "the lit words");
  return (await lit.allTextContents()).join("");
}

/** Asserts that an element stands within the window and that nothing lies over it. */
export async function assertSeen(locator, what) {
  const seen = await locator.evaluate((element) => {
    const box = element.getClientRects()[0];
    const [x, y] = [box.left + Math.min(box.width / 2, 8), box.top + box.height / 2];
    const there = document.elementFromPoint(x, y);
    return { x, y, there: there?.outerHTML.slice(0, 80), it: element.contains(there) || !!there?.contains(element) };
  });
  assert.ok(seen.it, `${what}: at ${seen.x}, ${seen.y} there is ${seen.there}`);
}

/** Waits until scrolling and drawing have come to rest. */
export const settled = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < 3; i++) await frame();
  });

/**
 * The tasks of the page's main thread that took more than 50 ms while `work` ran, in milliseconds of the processor's
 * time: what other programs on the machine take away from it is not the page's.
 */
export async function longTasks(page, work) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "-*"] });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const main = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === "RunTask" && main.some((thread) => thread.pid === pid && thread.tid === tid),
  );
  assert.ok(tasks.length > 10, "the tasks of the page were seen");
  return tasks.filter(({ tdur }) => tdur > 50_000).map(({ tdur }) => Math.round(tdur / 1000));
}

/** Waits until an async function of the page says yes; Playwright's `waitForFunction` takes its promise for a yes. */
export async function until(page, says) {
  const end = Date.now() + 60_000;
  while (!(await page.evaluate(says))) {
    assert.ok(Date.now() < end, `in vain: ${says}`);
    await page.waitForTimeout(100);
  }
}

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asserts that axe finds no serious hindrance on the page as it is. */
export async function assertAccessible(page) {
  // By the debugger, which the page's content security policy does not bind.
  await page.evaluate(await axe);
  const { violations } = await page.evaluate(() => axe.run());
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const said = serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`);
  assert.deepEqual(said, []);
}
