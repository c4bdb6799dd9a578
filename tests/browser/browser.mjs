// The browser, and the texts that it is given.
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

/** The top of the repository. */
export const root = new URL("../../", import.meta.url);

/** Starts the browser that `CHROMIUM` names. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });

/** The text of a sample: "xinyuan-2024.raw", "xinyuan-2024", "yining-2024". */
export const sample = (name) => readFile(new URL(`www/samples/${name}.txt`, root), "utf8");
