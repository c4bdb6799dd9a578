import { over } from "./heshu.js";

// Written out: by these, bundlers know what to put beside the script.
const modules = {
  core: () => new URL("./core.wasm", import.meta.url),
  intake: () => new URL("./intake.wasm", import.meta.url),
};

export const { analyze, analyzeDocument, analyzeFile, read } = over((name) => modules[name]());
