// The report as pictures: drawn, with their tables, saved as files that need nothing else.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { everyCopy, sample } from "./harness.mjs";
import { paste, view } from "./page.mjs";

const raw = await sample("xinyuan-2024.raw");
const CHARTS = ["targets", "growth", "structure", "density"];

const saved = async (page, button) => {
  const download = page.waitForEvent("download");
  await button.click();
  return readFile(await (await download).path());
};

everyCopy("each picture has its table and is saved as SVG and PNG", {}, async (page) => {
  await paste(page, raw);
  await view(page, "charts");
  for (const id of CHARTS) {
    const chart = page.getByTestId(`chart-${id}`);
    assert.ok((await chart.locator("svg > *").count()) > 3, id);
    assert.ok(await chart.locator("svg").getAttribute("aria-label"), id);
    await chart.getByTestId("chart-table").click();
    assert.ok((await chart.locator("tbody tr").count()) > 0, `a table of ${id}`);

    const svg = (await saved(page, chart.getByTestId("save-svg"))).toString();
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(!/class=|var\(|href|<script|<style/.test(svg), `${id} needs nothing else`);
    const parsed = await page.evaluate(
      (svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror")?.textContent, svg);
    assert.equal(parsed, undefined, id);

    const png = await saved(page, chart.getByTestId("save-png"));
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width > 1000 && height > 100, `${id}: ${width} × ${height}`);
  }
  const targets = await page.getByTestId("chart-targets").locator("table").innerText();
  for (const part of ["137.46", "152.11", "110.7"]) assert.ok(targets.includes(part), `${part} in ${targets}`);
});

everyCopy("pictures hold no markup of the report", { copies: ["served"] }, async (page) => {
  const name = "<img/src=x/onerror=window.ran=1>产量";
  await page.getByTestId("paste-box").fill(
    `2024年政府工作报告\n一、2023年工作回顾\n2023年，${name}达到100万吨，增长5%。\n二、2024年主要预期目标\n2024年，${name}达到110万吨。\n`);
  await page.getByTestId("analyze").click();
  await view(page, "charts");
  assert.equal(await page.locator(".chart img").count(), 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

everyCopy("pictures fit a narrow screen", { copies: ["served"], viewport: { width: 390, height: 844 } }, async (page) => {
  await page.getByTestId("sample-yining").click();
  await page.getByTestId("show-findings").click();
  await view(page, "charts");
  const sizes = await page.locator(".chart svg text").evaluateAll((all) => all.filter((e) => e.textContent).map((e) => e.getBoundingClientRect().height));
  assert.ok(Math.min(...sizes) > 9, `letters ${Math.min(...sizes)} px high`);
});
