// Every way a report comes in, and what must not come in with it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { everyCopy, sample, screenshot } from "./harness.mjs";
import { analysis, assertAccessible, card, drawn, drop, paste, read } from "./page.mjs";
import { zip } from "./zip.mjs";

const STATEMENT = "2023年，全市地区生产总值388.2亿元、增长7.2%。";

everyCopy("both samples open", {}, async (page) => {
  for (const [name, region] of [["xinyuan", "新源县"], ["yining", "伊宁市"]]) {
    await page.getByTestId(`sample-${name}`).click();
    await page.getByTestId("findings").waitFor();
    await drawn(page);
    assert.match(await page.getByTestId("summary").innerText(), new RegExp(region));
    assert.ok((await page.getByTestId("card").count()) > 10);
    await page.getByTestId("new-report").click();
    await page.getByTestId("paste-box").waitFor();
  }
});

everyCopy("a short text is analysed by the button", {}, async (page) => {
  await page.getByTestId("paste-box").fill(STATEMENT);
  await page.getByTestId("analyze").click();
  const gdp = (await analysis(page, STATEMENT)).observations.find((o) => o.indicator === "gdp");
  assert.match(await read(await card(page, gdp.id)), /388\.2/);
});

everyCopy("an empty box gives a word, not a report", {}, async (page) => {
  await page.getByTestId("analyze").click();
  await page.getByTestId("notice").waitFor();
  assert.ok(await page.getByTestId("paste-box").isVisible());
});

everyCopy("a dropped text file is read, whichever encoding it has", {}, async (page) => {
  const text = await sample("yining-2024");
  const files = { "utf-8": Buffer.from(text), gb18030: gbk(text), "utf-16": Buffer.from(`\ufeff${text}`, "utf16le") };
  for (const [encoding, bytes] of Object.entries(files)) {
    await drop(page, `${encoding}.txt`, bytes);
    await page.getByTestId("findings").waitFor();
    assert.match(await page.getByTestId("summary").innerText(), /伊宁市/, encoding);
    await page.getByTestId("new-report").click();
    await page.getByTestId("paste-box").waitFor();
  }
});

const fixture = (path) => readFile(new URL(`../../crates/${path}`, import.meta.url));

everyCopy("files of every format are read, the part for it is loaded once, and then without a network", {}, async (page, { loadedLater }) => {
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("findings").waitFor();
  await page.getByTestId("new-report").click();
  const readers = () => loadedLater.filter((url) => /heshu-intake-.*\.wasm$/.test(url)).length;
  assert.equal(readers(), 0, "a paste does not load the readers of files");
  const html = `<!DOCTYPE html><nav><a href="/">首页</a></nav><div><h1>政府工作报告</h1><p>${STATEMENT}</p></div>`;
  const files = {
    "report.docx": await fixture("heshu-intake/tests/fixtures/report.docx"),
    "report.doc": await fixture("heshu-intake/tests/fixtures/report.doc"),
    "report.rtf": await fixture("heshu-intake/tests/fixtures/report.rtf"),
    "report.ofd": ofd([STATEMENT]),
    "page.txt": Buffer.from(html),
    "page.mht": Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n` +
        `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString("base64")}\r\n--B--\r\n`,
    ),
    "报告.zip": zip({ "甲.txt": Buffer.from(STATEMENT) }),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await drop(page, name, bytes);
    await page.getByTestId("findings").waitFor();
    assert.match(await page.getByTestId("source").innerText(), /生产总值388\.2亿元/, name);
    assert.equal(await page.getByTestId("file-notice").count(), 0, name);
    await page.getByTestId("new-report").click();
    await page.getByTestId("paste-box").waitFor();
    await page.context().setOffline(true);
  }
  const served = (await page.evaluate(() => location.protocol)) !== "file:";
  assert.equal(readers(), served ? 1 : 0);
});

everyCopy("reading says how far it is", {}, async (page) => {
  await page.evaluate(() => {
    const told = (window.told = new Set());
    const look = () => told.add(document.querySelector("[data-testid=reading]")?.innerText);
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  // So many pages that the reader tells of them more than once.
  const pages = Array.from({ length: 1500 }, (_, page) => STATEMENT.replace("388.2", `${page + 100}.2`));
  await drop(page, "长.ofd", ofd(pages));
  await page.getByTestId("findings").waitFor();
  const told = await page.evaluate(() => [...window.told].filter(Boolean));
  assert.ok(told.some((words) => /长\.ofd.*\d+.*1500/s.test(words)), told.join(" | "));
  assert.equal(await page.getByTestId("reading").count(), 0);
});

// From disk the reader is at hand at once: only the served copy can be kept waiting.
everyCopy("reading can be stopped, and what comes late is not shown", { copies: ["served"] }, async (page) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/heshu-intake-.*\.wasm$/, (route) => held.then(() => route.continue().catch(() => {})));
  await drop(page, "一.ofd", ofd([STATEMENT]));
  await page.getByTestId("reading-cancel").click();
  await page.getByTestId("reading").waitFor({ state: "detached" });
  release();
  await page.waitForTimeout(500);
  assert.ok(await page.getByTestId("paste-box").isVisible());
  await drop(page, "二.ofd", ofd([STATEMENT]));
  await page.getByTestId("findings").waitFor();
});

everyCopy("of several files one is chosen, and what cannot be read says why", {}, async (page) => {
  const other = STATEMENT.replace("388.2", "455.5");
  await drop(page, "两份.zip", zip({ "甲县.txt": Buffer.from(STATEMENT), "乙县.txt": Buffer.from(other), "图.png": Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1") }));
  await page.getByTestId("choices").waitFor();
  await assertAccessible(page);
  await screenshot(page, "choices");
  assert.match(await page.getByTestId("file-notice").innerText(), /图\.png.*图片/);
  await page.getByTestId("choice").nth(1).click();
  await page.getByTestId("findings").waitFor();
  assert.match(await page.getByTestId("source").innerText(), /455\.5/);
});

everyCopy("a file that cannot be read says what to do, and nothing on the page is lost", {}, async (page) => {
  await paste(page, `${STATEMENT}各位代表，现在向大会报告工作，请予审议，并请提出意见。`);
  await drop(page, "稿.wps", Buffer.from([0x57, 0x50, 0x53, 0, 1, 2, 0xff, 0xfe]));
  await page.getByTestId("file-notice").waitFor();
  await screenshot(page, "file-notice");
  assert.match(await page.getByTestId("file-notice").innerText(), /稿\.wps.*另存为 DOCX/);
  assert.match(await page.getByTestId("source").innerText(), /388\.2/);
});

everyCopy("an encrypted file asks for its password", {}, async (page) => {
  await drop(page, "密.pdf", await fixture("heshu-pdf/tests/fixtures/aes-256-password.pdf"));
  const box = page.getByTestId("password-box");
  await box.fill("不是它");
  await page.getByTestId("password-open").click();
  await page.getByText("密码不对").waitFor();
  await assertAccessible(page);
  await screenshot(page, "password");
  await box.fill("报告2024");
  await page.getByTestId("password-open").click();
  await page.getByTestId("findings").waitFor();
});

everyCopy("markup in a paste stays text", {}, async (page) => {
  const markup = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 2'>",
    "<svg onload='window.ran = 3'><a href='javascript:window.ran = 4'>5万元</a></svg>",
    "</textarea><iframe srcdoc='<script>parent.ran = 5</script>'></iframe>",
  ];
  await paste(page, `政府工作报告\n${markup.map((piece) => `${piece}${STATEMENT}`).join("\n")}\n${STATEMENT}`);
  const source = page.getByTestId("source");
  // Repair may take tags out; what it leaves is shown as it was written.
  assert.match(await source.innerText(), /<svg onload='window\.ran = 3'>/);
  assert.equal(await source.locator("script, img, iframe, [onload], [onerror], [href^='javascript:']").count(), 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

/** The text in GBK, by what the decoder says of every pair of bytes. */
function gbk(text) {
  const bytes = new Map();
  const decoder = new TextDecoder("gbk");
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && !bytes.has(character)) bytes.set(character, [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((character) => bytes.get(character) ?? character.charCodeAt(0)));
}

/** An OFD file, each of its pages one line of text. */
function ofd(pages) {
  const place = (page) => `Pages/Page_${page}/Content.xml`;
  const list = pages.map((_, page) => `<ofd:Page ID="${page}" BaseLoc="${place(page)}"/>`).join("");
  const content = (text) =>
    `<ofd:Page><ofd:Content><ofd:Layer><ofd:TextObject Boundary="30 40 150 5" Size="5"><ofd:TextCode X="0" Y="4" ` +
    `DeltaX="g ${text.length - 1} 5">${text}</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>`;
  const files = {
    "OFD.xml": `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "D/Document.xml": `<ofd:Document><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((text, page) => [`D/${place(page)}`, content(text)])),
  };
  return zip(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
}
