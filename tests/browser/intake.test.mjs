// Every way a report comes in, and what must not come in with it.
import assert from "node:assert/strict";
import { everyCopy, sample } from "./harness.mjs";
import { analysis, card, drop, paste, read } from "./page.mjs";

const STATEMENT = "2023年，全市地区生产总值388.2亿元、增长7.2%。";

everyCopy("both samples open", {}, async (page) => {
  for (const [name, region] of [["xinyuan", "新源县"], ["yining", "伊宁市"]]) {
    await page.getByTestId(`sample-${name}`).click();
    await page.getByTestId("findings").waitFor();
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
