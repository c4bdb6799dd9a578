// Starts the module that the build put beside this script (`wasm_bindgen` is defined above): on the page, and in
// workers made from this very script, where there is no document and the page does not mount.
// Gives the page `heshu.analyze(text, options)` and `heshu.worker()`.
(() => {
  "use strict";

  if (typeof document === "undefined") {
    serveAsWorker();
  } else {
    start().catch(explain);
  }

  async function start() {
    const script = document.currentScript;
    const module = await compile(document.getElementById("heshu-wasm"));
    globalThis.heshu = {
      analyze: (text, options) => wasm_bindgen.analyze(text, options),
      worker: () => openWorker(script, module),
    };
    await wasm_bindgen({ module_or_path: module });
    document.documentElement.dataset.ready = "";
  }

  // The hosted copy names the module in a link, the one file holds it as text.
  async function compile(place) {
    if (place.tagName === "SCRIPT") {
      return WebAssembly.compile(Uint8Array.from(atob(place.textContent), (c) => c.charCodeAt(0)));
    }
    const response = await fetch(place.href);
    if (!response.ok) throw new Error(`${place.href}: ${response.status}`);
    const typed = response.headers.get("Content-Type") === "application/wasm";
    // Some hosts do not know the type; compiling while it loads needs it.
    return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // A worker that analyses: `analyze` gives a promise, `end` ends the worker.
  function openWorker(script, module) {
    const blob = URL.createObjectURL(new Blob([script.textContent], { type: "text/javascript" }));
    const worker = new Worker(blob);
    const waiting = new Map();
    let last = 0;
    worker.onmessage = ({ data: { id, analysis, error } }) => {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) resolve(analysis);
      else reject(new Error(error));
    };
    worker.onerror = (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message));
      waiting.clear();
    };
    worker.postMessage({ module });
    return {
      analyze: (text, options) =>
        new Promise((resolve, reject) => {
          waiting.set(++last, { resolve, reject });
          worker.postMessage({ id: last, text, options });
        }),
      end: () => {
        worker.terminate();
        URL.revokeObjectURL(blob);
      },
    };
  }

  function serveAsWorker() {
    let ready;
    globalThis.onmessage = async ({ data: { module, id, text, options } }) => {
      if (module) {
        ready = wasm_bindgen({ module_or_path: module });
        return;
      }
      try {
        await ready;
        globalThis.postMessage({ id, analysis: wasm_bindgen.analyze(text, options) });
      } catch (error) {
        globalThis.postMessage({ id, error: String(error) });
      }
    };
  }

  // Says on the page that it could not start, and why, for a report of the fault.
  function explain(error) {
    console.error(error);
    const line = document.createElement("p");
    line.className = "boot";
    line.setAttribute("role", "alert");
    line.textContent = `页面没有能够启动，请换用新版的浏览器。 Heshu could not start; a newer browser may help. (${error})`;
    document.getElementById("app").replaceChildren(line);
  }
})();
