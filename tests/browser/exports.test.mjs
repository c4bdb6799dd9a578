// What can be kept of the findings, in every form.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { everyCopy, sample } from "./harness.mjs";
import { analysis, paste } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");
const files = {
  csv: (bytes, report) => {
    const text = bytes.toString();
    assert.ok(text.startsWith("\ufeffid,name,"), "a mark for Excel, then the head");
    const head = text.slice(1).split("\r\n")[0].split(",");
    for (const column of ["level_written", "level_low", "level_high", "level_mid", "level_bound", "commitment_force", "words"]) {
      assert.ok(head.includes(column), column);
    }
    assert.equal(text.trimEnd().split("\r\n").length, report.observations.length + 1);
    assert.ok(!/(^|,)[=+@]/m.test(text), "no cell is a formula");
  },
  xlsx: (bytes) => assert.equal(bytes.subarray(0, 2).toString(), "PK"),
  json: (bytes, report) => assert.deepEqual(JSON.parse(bytes.toString()).observations, report.observations),
  md: (bytes) => assert.match(bytes.toString(), /\| 外贸进出口总额 \| 3141万美元 \| 3926万美元/),
  html: (bytes) => {
    assert.match(bytes.toString(), /^<!doctype html>[\s\S]*<mark/);
    assert.ok(!/<script|src=/.test(bytes.toString()));
  },
};

everyCopy("the findings are saved in every form", {}, async (page) => {
  await paste(page, raw);
  const report = await analysis(page, raw);
  for (const [form, check] of Object.entries(files)) {
    await page.getByTestId("export").click();
    const download = page.waitForEvent("download");
    await page.getByTestId(`export-${form}`).click();
    const saved = await download;
    assert.equal(saved.suggestedFilename(), `新源县-2024.${form}`);
    check(await readFile(await saved.path()), report);
    if (await page.getByTestId(`export-${form}`).isVisible()) await page.getByTestId("export").click();
  }
});
