// The npm package: packed, installed into an empty project, and used there from Node, from TypeScript and in Chromium.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch, root, sample } from "./browser.mjs";

const call = promisify(execFile);
const here = (path) => fileURLToPath(new URL(path, root));
const REPORT = "xinyuan-2024.raw";

/** What the tests below hold against one another: the same of Node and of Chromium. */
const USE = `
  const analysis = await analyze(text);
  const file = await analyzeFile(new TextEncoder().encode(text), { name: "report.txt" });
  const refusal = await analyzeFile(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 1])).catch((error) => error);
  const unrepaired = await analyze(text, { without_repairs: ["reversed_page", "wrapped_line"] });
  const found = { analysis, file, unrepaired: unrepaired.repairs.map((repair) => repair.kind), refusal: { ...refusal } };
`;

let project;
before(async () => {
  project = await mkdtemp(join(tmpdir(), "heshu-package-"));
  const { stdout } = await call("npm", ["pack", here("dist/npm"), "--json", "--pack-destination", project]);
  const [packed] = JSON.parse(stdout);
  await write("package.json", JSON.stringify({ private: true, type: "module" }));
  await call("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`], { cwd: project });
  await write("report.txt", await sample(REPORT));
});
after(() => rm(project, { recursive: true, force: true }));

const write = (name, content) => writeFile(join(project, name), content);

/** What the package gives in Node. */
const inNode = async () => {
  await write(
    "use.js",
    `import { readFile } from "node:fs/promises";
     import { analyze, analyzeFile } from "heshu";
     const text = await readFile("report.txt", "utf8");
     ${USE}
     console.log(JSON.stringify(found));`,
  );
  const { stdout } = await call("node", ["use.js"], { cwd: project, maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
};

/** What it gives in Chromium, without a bundler, from a server that knows nothing of it. */
const inChromium = async () => {
  const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8" };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const type = types[extname(path)] ?? "text/html";
    const content = path === "/" ? "<!doctype html>" : await readFile(join(project, path)).catch(() => null);
    response.writeHead(content === null ? 404 : 200, { "content-type": type }).end(content);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(
      async (use) => {
        const { analyze, analyzeFile } = await import("/node_modules/heshu/browser.js");
        const text = await (await fetch("/report.txt")).text();
        const body = `return (async () => { ${use} return JSON.stringify(found); })();`;
        return JSON.parse(await new Function("analyze", "analyzeFile", "text", body)(analyze, analyzeFile, text));
      },
      USE,
    );
  } finally {
    await browser.close();
    server.close();
  }
};

test("it analyses texts and files alike in Node and in Chromium", async () => {
  const found = await inNode();
  const { analysis, file, refusal, unrepaired } = found;
  assert.equal(analysis.schema, "1.0");
  assert.equal(analysis.document.region, "新源县");
  const level = analysis.observations.find(({ level }) => level)?.level;
  assert.equal(analysis.text.slice(...level.span).includes(level.written), true);
  assert.ok(analysis.checks.some(({ rule, verdict }) => rule === "target-arithmetic" && verdict === "caution"));
  const kinds = analysis.repairs.map((repair) => repair.kind);
  assert.ok(kinds.includes("reversed_page") && !unrepaired.includes("reversed_page"), kinds.join());
  assert.deepEqual(file.documents.map(({ name, format }) => [name, format]), [["report.txt", "TXT"]]);
  assert.equal(file.documents[0].analysis.text, analysis.text);
  assert.match(refusal.sentence.zh, /\p{Script=Han}/u);
  assert.deepEqual(await inChromium(), found);
});

test("its types hold for its use, and refuse what is not there", async () => {
  await write(
    "use.ts",
    `import { analyze, analyzeFile, read, analyzeDocument, type Observation, type Refusal } from "heshu";
    const { observations, checks, text } = await analyze("今年，地区生产总值增长6.5%以上。", { without_repairs: [] });
    const first: Observation | undefined = observations[0];
    const words: string = first ? text.slice(...first.span) : "";
    const growth: number | undefined = first?.change?.value;
    const conflicts = checks.filter((check) => check.verdict === "conflict").map((check) => check.title.zh);
    const { documents } = await read(new Uint8Array(), { password: "" });
    const pages: number = documents[0].document.pages.length;
    const again = await analyzeDocument(documents[0].document);
    const sections = (await analyzeFile(new Uint8Array())).documents.flatMap((one) => one.analysis.sections);
    const why = (refusal: Refusal): string => refusal.sentence.en;
    // @ts-expect-error: an observation has no such field
    first?.growth;
    // @ts-expect-error: nor is there such a kind
    first?.kind === "result";
    // @ts-expect-error: a report is a text
    analyze(1);`,
  );
  const tsc = here("tests/browser/node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "use.ts"];
  await call("node", [tsc, ...options], { cwd: project }).catch((error) => assert.fail(error.stdout));
});
