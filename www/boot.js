// Starts the module that the build put beside this script (`wasm_bindgen` is defined in the script before it): on the
// page, and in workers made from the text of both, where there is no document and the page does not mount.
// Gives the page `heshu`:
//   analyze(text, options)   promises the contract's object
//   worker()                 a worker with the page's module
//   part(name)               the worker of a part, which is loaded with its first call; part(name, false): if it runs;
//                            of "name#1", "name#2" … each is a worker of its own
//   piece(name)              promises that a piece of the page's own module is there; it is loaded with the first call
//   file(name)               promises the bytes of a file that the first visit does not load
//   keep()                   there is time now: the service worker may fetch what the page has not needed yet
//   update()                 changes to the new version that the event `heshu-update` spoke of, and loads the page anew
// A worker has `call(name, arguments, heard)`, which promises what a function of its module gives, and `end()`; `heard` is
// called with what the function tells `heshuProgress` on its way. Bytes go there and back without a copy. A call rejects
// with a string where the function says why, with an Error where it broke.
(() => {
  "use strict";

  if (typeof document === "undefined") {
    serveAsWorker();
  } else {
    start().catch(explain);
  }

  async function start() {
    const boot = document.currentScript.textContent;
    const hosted = document.getElementById("heshu-files");
    const files = JSON.parse(hosted?.textContent ?? "{}");
    const offline = hosted && navigator.serviceWorker ? stayForOffline() : undefined;
    const compiling = compile(whereabouts("heshu-wasm"));
    const parts = new Map();
    const pieces = JSON.parse(document.getElementById("heshu-pieces").textContent);
    const joined = new Map();
    const scripts = [document.getElementById("heshu-glue").textContent, boot];
    // Whoever comes, comes to analyse: the first worker starts while the module still loads.
    let spare = openWorker(scripts, compiling.then((module) => ({ module })));
    // The sample that a link names is fetched meanwhile.
    const early = new Map();
    const sample = `${/(?:^#|&)sample=(\w+)/.exec(location.hash)?.[1]}.txt`;
    if (sample in files) {
      early.set(sample, load(sample));
      early.get(sample).catch(() => {});
    }
    const module = await compiling;

    // The hosted copy names a file's address, the one file holds it deflated in base64.
    function whereabouts(id) {
      const place = document.getElementById(id);
      if (!place) return { address: new URL(files[id.replace("heshu-file-", "")], document.baseURI).href };
      return place.tagName === "SCRIPT" ? { packed: place.textContent } : { address: place.href };
    }

    async function load(name) {
      return new Uint8Array(await (await open(whereabouts(`heshu-file-${name}`))).arrayBuffer());
    }

    // Of "name#1", "name#2" … each is a worker of its own.
    async function part(name) {
      const file = name.replace(/#.*/, "");
      const glue = new TextDecoder().decode(await load(`${file}.js`));
      return openWorker([glue, boot], whereabouts(`heshu-file-${file}.wasm`), () => parts.delete(name));
    }

    // A file of a piece works on the memory and the table of functions of the module, which it is given.
    async function join(file) {
      const [piece, main] = await Promise.all([compile(whereabouts(`heshu-file-${file}`)), started]);
      await WebAssembly.instantiate(piece, { __wasm_split: main });
    }

    let started;
    globalThis.heshu = {
      analyze: async (text, options) => {
        await heshu.piece("views");
        return wasm_bindgen.analyze(text, options);
      },
      worker: () => {
        const worker = spare ?? openWorker(scripts, { module });
        spare = undefined;
        return worker;
      },
      file: (name) => {
        const loading = early.get(name) ?? load(name);
        early.delete(name);
        return loading;
      },
      part: (name, wanted = true) => {
        if (!parts.has(name) && wanted) {
          const opening = part(name);
          opening.catch(() => parts.delete(name));
          parts.set(name, {
            call: async (...call) => (await opening).call(...call),
            end: () => {
              parts.delete(name);
              opening.then((worker) => worker.end(), () => {});
            },
          });
        }
        return parts.get(name);
      },
      piece: (name) =>
        Promise.all(
          pieces[name].map((file) => {
            if (!joined.has(file)) {
              const joining = join(file);
              joining.catch(() => joined.delete(file));
              joined.set(file, joining);
            }
            return joined.get(file);
          }),
        ),
      keep: () => offline?.start(true),
      update: () => offline?.update(),
    };
    started = wasm_bindgen({ module_or_path: module });
    await started;
    document.documentElement.dataset.ready = "";
    setTimeout(() => offline?.start(false), 3000);
  }

  // The service worker, which comes when the page has nothing better to do.
  function stayForOffline() {
    const { serviceWorker } = navigator;
    let registering;
    async function register() {
      const registration = await serviceWorker.register(new URL("sw.js", document.baseURI));
      const tell = () => {
        if (registration.waiting && serviceWorker.controller) document.dispatchEvent(new Event("heshu-update"));
      };
      const watch = () => registration.installing?.addEventListener("statechange", tell);
      tell();
      watch();
      registration.addEventListener("updatefound", watch);
      return registration;
    }
    return {
      start: async (all) => {
        // Without it the page works all the same, but for the network.
        registering ??= register().catch(console.info);
        if ((await registering) && all) (await serviceWorker.ready).active.postMessage("later");
      },
      update: async () => {
        serviceWorker.addEventListener("controllerchange", () => location.reload());
        (await registering)?.waiting?.postMessage("take over");
      },
    };
  }

  async function open({ address, packed }) {
    if (packed) {
      const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
      return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
    }
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  }

  async function compile(place) {
    const response = await open(place);
    const typed = response.headers.get("Content-Type") === "application/wasm";
    // Some hosts do not know the type; compiling while it loads needs it.
    return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // A worker from its scripts, with a module or the whereabouts of one, or a promise of these.
  function openWorker(scripts, module, ended = () => {}) {
    const blob = URL.createObjectURL(new Blob(scripts.flatMap((script) => [script, "\n"]), { type: "text/javascript" }));
    const worker = new Worker(blob);
    const waiting = new Map();
    let last = 0;
    let over;
    const end = (error) => {
      over = error;
      worker.terminate();
      URL.revokeObjectURL(blob);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      ended();
    };
    worker.onmessage = ({ data: { id, result, said, broke, progress } }) => {
      if (progress) return waiting.get(id)?.heard?.(...progress);
      // Other calls of a module that broke would find it in disorder.
      if (broke) return end(new Error(broke));
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (said === undefined) resolve(result);
      else reject(said);
    };
    worker.onerror = (event) => end(new Error(event.message));
    const given = Promise.resolve(module).then((module) => worker.postMessage(module));
    // The page says why the module could not be had.
    given.catch(() => {});
    return {
      call: async (name, values, heard) => {
        await given;
        if (over) throw over;
        return new Promise((resolve, reject) => {
          waiting.set(++last, { resolve, reject, heard });
          worker.postMessage({ id: last, name, values }, values.filter(isBytes).map(({ buffer }) => buffer));
        });
      },
      end: () => end(new Error("ended")),
    };
  }

  function serveAsWorker() {
    let ready;
    globalThis.onmessage = async ({ data }) => {
      if (!data.id) {
        ready = (async () => wasm_bindgen({ module_or_path: data.module ?? (await compile(data)) }))();
        ready.catch(() => {});
        return;
      }
      const { id, name, values } = data;
      try {
        await ready;
        globalThis.heshuProgress = (...progress) => globalThis.postMessage({ id, progress });
        const result = wasm_bindgen[name](...values);
        globalThis.postMessage({ id, result }, isBytes(result) ? [result.buffer] : []);
      } catch (error) {
        globalThis.postMessage(typeof error === "string" ? { id, said: error } : { id, broke: String(error) });
      }
    };
  }

  function isBytes(value) {
    return value instanceof Uint8Array;
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
