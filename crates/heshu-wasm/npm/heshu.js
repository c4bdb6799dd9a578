// What the package does, wherever its modules come from.
import * as core from "./core.js";
import * as intake from "./intake.js";

/** The package over `wasm(name)`, which gives the bytes of a module, its address, or a promise of either. */
export function over(wasm) {
  const analysing = once(core, () => wasm("core"));
  const reading = once(intake, () => wasm("intake"));

  const analyze = async (text, options) => {
    await analysing();
    return core.analyze(text, options);
  };
  const analyzeDocument = async (document, options) => {
    await analysing();
    return core.analyzeDocument(document, options);
  };
  const read = async (file, options) => {
    await reading();
    try {
      return intake.read(file, options);
    } catch (refusal) {
      throw refused(refusal);
    }
  };
  const analyzeFile = async (file, options) => {
    const { documents, failed, notes } = await read(file, options);
    const analysed = documents.map(async ({ document, ...rest }) => ({
      ...rest,
      analysis: await analyzeDocument(document, options),
    }));
    return { documents: await Promise.all(analysed), failed, notes };
  };
  return { analyze, analyzeDocument, analyzeFile, read };
}

/** Starts a module at the first call; a start that failed may be tried again. */
function once(module, source) {
  let ready;
  const start = async () => module.default({ module_or_path: await source() });
  return () =>
    (ready ??= start().catch((error) => {
      ready = undefined;
      throw error;
    }));
}

/** A refusal as an error: its `id`, its `sentence` in both languages. */
function refused(refusal) {
  if (typeof refusal?.id !== "string") return refusal;
  return Object.assign(new Error(refusal.sentence.en), refusal);
}
