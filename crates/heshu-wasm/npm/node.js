import { readFile } from "node:fs/promises";
import { over } from "./heshu.js";

export const { analyze, analyzeDocument, analyzeFile, read } = over((name) =>
  readFile(new URL(`./${name}.wasm`, import.meta.url)),
);
