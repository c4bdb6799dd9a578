// Several reports: in, corrected, held against one another, side by side, out as a panel.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { everyCopy, openServed, screenshot } from "./harness.mjs";
import { assertAccessible, drawn, drop, dropAll, dropLater, litWords, longTasks, settled } from "./page.mjs";
import { zip } from "./zip.mjs";

const report = (county, year, said, aims = "地区生产总值增长6%以上，粮食产量14万吨") =>
  `${county}政府工作报告\n各位代表：\n一、${year - 1}年工作回顾\n${year - 1}年，${said}。\n二、${year}年工作安排\n` +
  `主要预期目标是：${aims}。\n三、办好十件民生实事\n今年，我们要办好以下民生实事：\n` +
  "1.新建公办幼儿园3所。\n2.改造老旧小区12个。\n3.建设智慧停车场5座。\n";

const FILES = {
  "甲县2023.txt": report("甲水县", 2023, "地区生产总值100亿元、增长7%，粮食产量13万吨，社会消费品零售总额40亿元"),
  "甲县2024.txt": report("甲水县", 2024, "地区生产总值108亿元、增长5.2%，社会消费品零售总额41亿元、增长9%。新建公办幼儿园2所，受到群众好评"),
  "乙县2024.txt": report("乙山县", 2024, "地区生产总值905000万元、增长6%"),
};
const BAD = { "坏.pdf": Buffer.from("%PDF-1.7\n\x00\x00\xff\xff", "latin1") };

const rows = (page) => page.getByTestId("set-row");

/** Drops files and waits until all of them are in the set. */
async function together(page, files, count = Object.keys(files).length) {
  await dropAll(page, files);
  await page.getByTestId("several-view").waitFor();
  await page.waitForFunction((count) => document.querySelectorAll("[data-testid=set-row]").length >= count, count);
  await page.getByTestId("several-progress").waitFor({ state: "detached" });
}

const screen = (page, name) => page.getByTestId(`screen-${name}`).click();

/** The words of a table, row by row. */
const table = (page, grid) =>
  page.getByTestId(`grid-${grid}`).locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => [...cell.children].map((line) => line.textContent).join("|"))));

everyCopy("several files are a set; what cannot be read says why and stops nothing", {}, async (page) => {
  await together(page, { ...FILES, ...BAD }, 3);
  assert.match(page.url(), /#set=reports$/);
  const said = await rows(page).evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("input")].map((input) => input.value).join(" ")));
  assert.deepEqual(said.sort(), ["乙山县 2024", "甲水县 2023", "甲水县 2024"]);
  assert.match(await page.getByTestId("several-failed").innerText(), /坏\.pdf：.*损坏/);
  assert.match(await rows(page).first().innerText(), /“.{1,4}县/);
  await assertAccessible(page);
});

everyCopy("a password opens one file of a set, by itself or in a ZIP, and disturbs nothing", {}, async (page) => {
  const locked = await readFile(new URL("../../crates/heshu-pdf/tests/fixtures/aes-256-password.pdf", import.meta.url));
  const packed = zip({ "丁.txt": Buffer.from(FILES["乙县2024.txt"]), "戊.pdf": locked });
  await together(page, { "甲县2023.txt": FILES["甲县2023.txt"], "密.pdf": locked, ...BAD, "包.zip": packed }, 2);
  const failed = page.getByTestId("several-failed");
  const form = (name) => failed.locator("li").filter({ hasText: name });
  assert.match(await failed.locator("summary").innerText(), /^3 个/);
  assert.equal(await failed.getByTestId("password-box").count(), 2);
  assert.equal(await form("坏.pdf").getByTestId("password-box").count(), 0);
  await assertAccessible(page);

  const box = form("密.pdf").getByTestId("password-box");
  await box.fill("不是它");
  await box.press("Enter");
  await form("密.pdf").getByText("密码不对").waitFor();
  assert.match(await form("戊.pdf").innerText(), /需要密码/);
  assert.equal(await rows(page).count(), 2);
  await screenshot(page, "several-password");
  // What was wrong is written over.
  assert.ok(await box.evaluate((box) => box === document.activeElement));
  await page.keyboard.type("还不是");
  assert.equal(await box.inputValue(), "还不是");
  await box.press("Enter");
  await form("密.pdf").getByText("密码不对").waitFor();
  await page.keyboard.insertText("报告2024");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=set-row]").length === 3);
  // The next question has the focus.
  await page.waitForFunction(() => document.activeElement.closest("li")?.textContent.includes("戊.pdf"));
  await page.keyboard.insertText("报告2024");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=set-row]").length === 4);
  await page.waitForFunction(() => document.activeElement.id === "findings");
  assert.match(await failed.innerText(), /^1 个[^]*坏\.pdf：.*损坏/);
  const names = await page.getByTestId("set-open").allTextContents();
  assert.deepEqual(names.sort(), ["丁.txt", "密.pdf", "戊.pdf", "甲县2023.txt"]);
});

everyCopy("a report is corrected, taken out, added as a text, as a sample", {}, async (page) => {
  await together(page, { "甲县2023.txt": FILES["甲县2023.txt"], "甲县2024.txt": FILES["甲县2024.txt"] });
  await screen(page, "delivery");
  await page.getByTestId("grid-targets").waitFor();
  await screen(page, "reports");
  const region = rows(page).nth(1).getByTestId("set-region");
  await region.fill("丙县");
  await region.press("Tab");
  await page.getByText(/已更正；报告自述：甲水县/).waitFor();
  await screen(page, "delivery");
  await page.getByTestId("no-pairs").waitFor();
  await screen(page, "reports");
  await rows(page).nth(1).getByTestId("set-remove").click();
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=set-row]").length === 1);
  await page.locator(".add summary").click();
  await page.getByTestId("several-text").fill(FILES["乙县2024.txt"]);
  await page.getByTestId("several-text-add").click();
  await page.getByTestId("several-xinyuan").click();
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=set-row]").length === 3);
  const said = await page.getByTestId("set-region").evaluateAll((all) => all.map((input) => input.value));
  assert.deepEqual(said, ["甲水县", "乙山县", "新源县"]);
});

everyCopy("promise against delivery, each cell a click from its words, and back", {}, async (page) => {
  await together(page, FILES);
  await screen(page, "delivery");
  await page.getByTestId("grid-targets").waitFor();
  const targets = await table(page, "targets");
  assert.deepEqual(targets[0], ["地区生产总值", "≥6%", "108亿元（5.2%）", "未完成", "增速−0.8个百分点"]);
  assert.deepEqual(targets[1].slice(0, 4), ["粮食产量", "14万吨", "—", "未见报告"]);
  const restated = await table(page, "restated");
  assert.match(restated[0].join(" "), /社会消费品零售总额 2022 40亿元/);
  const promises = await table(page, "promises");
  assert.match(promises[0][1], /新建公办幼儿园2所/);
  assert.equal(promises[2][1], "—");
  await assertAccessible(page);

  await page.getByTestId("grid-targets").locator("tbody tr").first().getByTestId("grid-go").nth(1).click();
  await page.getByTestId("findings").waitFor();
  assert.match(await litWords(page), /地区生产总值108亿元、增长5\.2%/);
  assert.match(page.url(), /#view=/);
  await page.goBack();
  await page.getByTestId("grid-targets").waitFor();
  assert.match(page.url(), /#set=delivery$/);
  await page.getByTestId("grid-promises").getByTestId("grid-go").nth(1).click();
  await page.getByTestId("findings").waitFor();
  assert.match(await litWords(page), /新建公办幼儿园2所/);
  await page.getByTestId("several").click();
  await page.getByTestId("several-view").waitFor();
  await page.getByTestId("several-back").click();
  await page.getByTestId("findings").waitFor();
});

everyCopy("side by side in one unit, missing is missing, drawn and by growth", {}, async (page) => {
  await together(page, FILES);
  await screen(page, "side");
  await page.getByTestId("grid-side").waitFor();
  const head = await page.getByTestId("grid-side").locator("thead th").allTextContents();
  assert.deepEqual(head.slice(0, 3), ["报告", "年份", "地区生产总值（亿元）"]);
  const cells = await table(page, "side");
  assert.deepEqual(cells.map((row) => row.slice(0, 3)),
    [["乙山县", "2023", "90.5|905000万元"], ["甲水县", "2022", "100"], ["甲水县", "2023", "108"]]);
  const grain = head.indexOf("粮食产量（万吨）");
  assert.deepEqual(cells.map((row) => row[grain]), ["—", "13", "—"]);
  await drawn(page);
  for (const picture of ["ranking", "dumbbell", "lines"]) {
    assert.ok((await page.getByTestId(`chart-${picture}`).locator("svg > *").count()) > 3, picture);
  }
  await assertAccessible(page);
  await page.getByTestId("side-figures").selectOption("3");
  await page.getByText("地区生产总值增速（%）").first().waitFor();
  assert.equal((await table(page, "side"))[0][2], "≥6");
  await page.getByTestId("side-figures").selectOption("0");
  await page.getByTestId("side-year").selectOption("2023");
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=grid-row]").length === 2);
});

everyCopy("the panel as CSV, JSON Lines, Excel and Parquet, with its codebook", {}, async (page) => {
  await together(page, FILES);
  const saved = async (form) => {
    const download = page.waitForEvent("download");
    await page.getByTestId(`panel-${form}`).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const csv = await saved("csv");
  assert.equal(csv.name, "heshu-tidy.csv");
  assert.match(csv.bytes.toString(), /^\ufefffile,region,level,report_year/);
  const lines = csv.bytes.toString().trim().split("\r\n");
  const rowsOf = (await saved("jsonl")).bytes.toString().trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(rowsOf.length, lines.length - 1);
  const gdp = rowsOf.find((row) => row.indicator === "gdp" && row.region === "乙山县" && row.kind === "actual");
  assert.equal(gdp.base_value, 9050000000);
  assert.match(gdp.sentence, /地区生产总值905000万元/);
  assert.match((await saved("codebook")).bytes.toString(), /base_value,decimal,/);
  const xlsx = (await saved("xlsx")).bytes;
  assert.ok(xlsx.subarray(0, 2).toString() === "PK" && xlsx.includes("xl/worksheets/sheet2.xml"));
  const parquet = (await saved("parquet")).bytes;
  assert.deepEqual([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()], ["PAR1", "PAR1"]);
  assert.ok(parquet.includes("change_basis"));
  await page.getByTestId("panel-shape").selectOption("wide");
  await page.getByTestId("panel-words").check();
  const wide = (await saved("csv")).bytes.toString().trim().split("\r\n");
  assert.equal(wide.length, 4);
  assert.match(wide[0], /words_environment_percent.*gdp_actual/);
});

everyCopy("the work is cancelled, and what is done stays", { copies: ["served"] }, async (page) => {
  const long = (await readFile(new URL("../../www/samples/yining-2024.txt", import.meta.url))).toString();
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `${long}\n`.repeat(4)]));
  await dropAll(page, files);
  await page.getByTestId("several-cancel").click();
  await page.getByTestId("several-progress").waitFor({ state: "detached" });
  const done = await rows(page).count();
  assert.ok(done < 60, `${done} of 60`);
  await together(page, FILES, done + 3);
});

everyCopy("a ZIP's reports, all together", {}, async (page) => {
  const packed = Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, Buffer.from(text)]));
  await drop(page, "三份.zip", zip(packed));
  await page.getByTestId("choices").waitFor();
  await page.getByTestId("together").click();
  await page.getByTestId("several-view").waitFor();
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=set-row]").length === 3);
  const said = await page.getByTestId("set-region").evaluateAll((all) => all.map((input) => input.value));
  assert.deepEqual(said.sort(), ["乙山县", "甲水县", "甲水县"]);
  await screen(page, "delivery");
  await page.getByTestId("grid-targets").waitFor();
});

everyCopy("a folder is a set of all that is in it and below, but for hidden files", {}, async (page) => {
  const folder = await mkdtemp(join(tmpdir(), "heshu-"));
  try {
    await mkdir(join(folder, "报告", "乙"), { recursive: true });
    const [first, second, third] = Object.entries(FILES);
    const files = [["报告", first], ["报告", second], ["报告/乙", third], ["报告", [".隐藏.txt", "2023年，粮食产量14万吨。"]]];
    for (const [below, [name, text]] of files) await writeFile(join(folder, below, name), text);
    // Only the browser itself can drop a folder.
    const session = await page.context().newCDPSession(page);
    const dropFolder = async (name) => {
      const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"]) {
        await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
      }
    };
    // One that gives nothing is told of.
    await mkdir(join(folder, "空"));
    await dropFolder("空");
    await page.getByTestId("notice").filter({ hasText: "选择文件夹" }).waitFor();
    await dropFolder("报告");
    await page.getByTestId("several-view").waitFor();
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=set-row]").length >= 3);
    await page.getByTestId("several-progress").waitFor({ state: "detached" });
    const names = await page.getByTestId("set-open").allTextContents();
    assert.deepEqual(names.sort(), ["乙县2024.txt", "甲县2023.txt", "甲县2024.txt"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

everyCopy("a set from the report that is open", { copies: ["served"] }, async (page) => {
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("findings").waitFor();
  await page.getByTestId("several").click();
  await page.getByTestId("several-open").click();
  await rows(page).first().waitFor();
  assert.equal(await page.getByTestId("set-region").inputValue(), "伊宁市");
  await page.goBack();
  await page.getByTestId("findings").waitFor();
  assert.match(page.url(), /#(sample=yining&)?view=cards$/);
});

test("a copied address opens the screen, without reports", async () => {
  const page = await openServed({ serviceWorkers: "block" }, `${process.env.HESHU_SERVED}#set=side`);
  await page.getByText("还没有报告").waitFor();
  assert.match(page.url(), /#set=side$/);
  await page.context().close();
});

for (const [size, viewport] of Object.entries({ desk: { width: 1280, height: 800 }, hand: { width: 390, height: 844 } })) {
  for (const colorScheme of ["light", "dark"]) {
    everyCopy(`${size}, ${colorScheme}: nothing sticks out, nothing hinders`, { viewport, colorScheme, copies: ["served"] }, async (page) => {
      await together(page, { ...FILES, ...BAD }, 3);
      for (const name of ["reports", "delivery", "side"]) {
        await screen(page, name);
        await page.locator("table").first().waitFor();
        await drawn(page);
        await settled(page);
        const [wide, high] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        assert.ok(wide <= high, `${name}: ${wide} px wide in ${high} px`);
        await screenshot(page, `several-${size}-${colorScheme}-${name}`, { fullPage: true });
        await assertAccessible(page);
      }
    });
  }
}

/** Looks now and then how much memory the modules of the page's workers have. What is given back ends that and says the most of each. */
function watchMemory(page) {
  const most = new Map();
  const look = () => {
    for (const worker of page.workers()) {
      // Its module is there: asked to start again, it gives what it started with. A worker may end meanwhile.
      const asked = worker.evaluate(async () => (await wasm_bindgen()).memory.buffer.byteLength);
      asked.then((bytes) => most.set(worker, Math.max(bytes, most.get(worker) ?? 0)), () => {});
    }
  };
  const looking = setInterval(look, 300);
  return () => {
    clearInterval(looking);
    return [...most.values()].sort((a, b) => b - a);
  };
}

const corpus = new URL("../../../shared/corpus/", import.meta.url);
const names = await readdir(corpus).catch(() => []);

if (names.length > 0) {
  const texts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, corpus))])));
  everyCopy("a corpus at once: every region and year is recognised", { copies: ["served"] }, async (page) => {
    await together(page, texts);
    const said = await rows(page).evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("th").textContent, ...[...row.querySelectorAll("input")].map((input) => input.value)]));
    const wrong = said.filter(([name, region, year]) => {
      const [, place, of] = /^(.*)-(\d{4})b?\.txt$/.exec(name);
      const same = place === "国务院" ? region === "全国" : place.endsWith(region) || region.startsWith(place);
      return !same || year !== of;
    });
    assert.deepEqual(wrong, []);
    await screen(page, "side");
    await page.getByTestId("grid-side").waitFor();
    await drawn(page);
    await screenshot(page, "several-corpus-side", { fullPage: true });
    await screen(page, "delivery");
    await page.getByTestId("grid-targets").waitFor();
    await screenshot(page, "several-corpus-delivery", { fullPage: true });
  });

  everyCopy("three hundred reports, and no task that is felt", { copies: ["served"] }, async (page) => {
    const drop = await dropLater(page, texts, 300);
    const memory = watchMemory(page);
    let times;
    const tasks = await longTasks(page, async () => {
      await drop();
      times = await page.evaluate(async () => {
        const begun = performance.now();
        const until = async (found) => {
          while (!found()) await new Promise((done) => setTimeout(done, 10));
          return Math.round(performance.now() - begun);
        };
        await until(() => document.querySelector("[data-testid=several-progress]"));
        const read = await until(() => !document.querySelector("[data-testid=several-progress]"));
        document.querySelector("[data-testid=screen-side]").click();
        const side = await until(() => document.querySelector("[data-testid=grid-side]"));
        return { read, side };
      });
    });
    assert.match(await page.getByTestId("screen-reports").innerText(), /300/);
    const session = await page.context().newCDPSession(page);
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const megabytes = (bytes) => Math.round(bytes / 1e6);
    const workers = memory().map(megabytes);
    console.log(`300 reports: in the set after ${times.read} ms, side by side after ${times.side} ms; memory: the page's heap`,
      `${megabytes(usedSize)} MB, the workers' modules at most ${workers.join(" + ")} MB;`,
      `tasks over 50 ms of the processor's time: ${tasks.join(", ") || "none"}`);
    assert.ok(workers.length > 1, "the workers were seen");
    assert.deepEqual(tasks.filter((time) => time > 100), []);
  });
}
