// Starts the module that the build put beside this script (`wasm_bindgen` is defined in the script before it): on the
// page, and in workers made from the text of both, where there is no document and the page does not mount.
// Gives the page `heshu`:
//   analyze(text, options)   promises the contract's object
//   worker()                 a worker with the page's module
//   part(name)               the worker of a part, which is loaded with its first call; part(name, false): if it runs;
//                            of "name#1", "name#2" … each is a worker of its own
//   piece(name)              promises that a piece of the page's own module is there; it is loaded with the first call
//   file(name)               promises the bytes of a file that the first visit does not load
//   pack(text)               promises a text in raw deflate and base64url, as links hold it; unpack(packed) promises it back
//   place, show()            of a still, where there is one (still.js): what the page draws goes there, and is shown
//   keep()                   there is time now: the service worker may fetch what the page has not needed yet
//   update()                 changes to the new version that the event `heshu-update` spoke of, and loads the page anew
// A worker has `call(name, arguments, heard)`, which promises what a function of its module gives, and `end()`; `heard` is
// called with what the function tells `heshuProgress` on its way. `begin(name, arguments)` is a call whose answer waits for
// the next one, and is its own if that is the same; `up` promises that it runs; `finish(piece, name)` calls a function that needs
// a piece, which the worker is given first. Bytes go there and back without a copy. A call rejects
// with a string where the function says why, with an Error where it broke.
(() => {
  "use strict";

  // A report of no place. The first analysis of a module takes many times as long as the next, while the browser compiles
  // what it calls: this one is over before somebody comes with theirs.
  const REHEARSAL = `甲县政府工作报告
——2024年1月5日在甲县第十届人民代表大会第三次会议上
县长 王某
各位代表：
一、2023年工作回顾
过去一年，全县地区生产总值达到12.5亿元、增长6.5%，一般公共预算收入、社会消费品零售总额分别完成1.2亿元、3.4亿元，分别增长5%、6%。
（一）产业发展稳中有进。粮食产量10万吨，三次产业结构由20:40:40调整为19:41:40，城镇化率提高到45%，居全市第3位。
二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%以上，新增就业1000人，力争突破15亿元。
（一）办好十件民生实事。1.新建学校2所，新增学位500个。2.改造老旧小区10个。`;

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
    // The hosted copy shows a still of a sample (still.js). It is painted first, which takes less time than the rest.
    const { painted, place, show } = globalThis.heshuStill ?? {};
    if (painted) await Promise.race([painted, new Promise((done) => setTimeout(done, 500))]);
    const compiling = compile(whereabouts("heshu-wasm"));
    const parts = new Map();
    const pieces = JSON.parse(document.getElementById("heshu-pieces").textContent);
    // The files of a piece, each compiled once: for the page, and for workers.
    const compiled = once((file) => compile(whereabouts(`heshu-file-${file}`)));
    const joined = once(async (file) => join([await compiled(file)], await started));
    const filesOf = (piece) => Promise.all(pieces[piece].map(compiled));
    const scripts = [document.getElementById("heshu-glue").textContent, boot];
    // Whoever comes, comes to analyse: the first worker starts while the module still loads.
    let spare = openWorker(scripts, compiling.then((module) => ({ module })), filesOf);
    // The report that a link brings is analysed before the page asks for it.
    const early = new Map();
    const [, kind, value] = /(?:^#|&)(sample|h1)=([\w-]+)/.exec(location.hash) ?? [];
    if (kind) begin().catch(() => {});
    const module = await compiling;
    // A worker cannot start while the page draws: where there is work for it, it goes first.
    if (kind) await Promise.race([spare.up, new Promise((done) => setTimeout(done, 500))]);

    async function begin() {
      const name = `${value}.txt`;
      if (kind === "sample" && !(name in files || document.getElementById(`heshu-file-${name}`))) return;
      const [key, loading] = kind === "sample" ? [name, load(name)] : [value, unpack(value)];
      early.set(key, loading);
      const came = await loading;
      const text = typeof came === "string" ? came : utf8().decode(came);
      spare?.begin("read_text", [text, []]);
    }

    function taken(name) {
      const loading = early.get(name);
      early.delete(name);
      return loading;
    }

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
      return openWorker([glue, boot], whereabouts(`heshu-file-${file}.wasm`), undefined, () => parts.delete(name));
    }

    let started;
    globalThis.heshu = {
      analyze: async (text, options) => {
        await heshu.piece("views");
        return wasm_bindgen.analyze(text, options);
      },
      worker: () => {
        const worker = spare ?? openWorker(scripts, { module }, filesOf);
        spare = undefined;
        return worker;
      },
      file: (name) => taken(name) ?? load(name),
      unpack: (packed) => taken(packed) ?? unpack(packed),
      pack,
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
      place,
      show,
      piece: (name) => Promise.all(pieces[name].map(joined)),
      keep: () => offline?.start(true),
      update: () => offline?.update(),
    };
    started = wasm_bindgen({ module_or_path: module });
    await started;
    document.documentElement.dataset.ready = "";
    if (!kind) setTimeout(() => spare?.begin("read_text", [REHEARSAL, []]), 300);
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
    if (packed) return unpacked(packed);
    // A network may fail for a moment.
    const response = await fetch(address).catch(() => fetch(address));
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  }

  function utf8() {
    return new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
  }

  async function unpack(packed) {
    return utf8().decode(await unpacked(packed).arrayBuffer());
  }

  async function pack(text) {
    const packing = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(packing).arrayBuffer());
    let characters = "";
    // So many arguments a call can take.
    for (let at = 0; at < bytes.length; at += 1 << 15) characters += String.fromCharCode(...bytes.subarray(at, at + (1 << 15)));
    return btoa(characters).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=+$/, "");
  }

  // Of raw deflate in base64 or base64url.
  function unpacked(packed) {
    const base64 = packed.replace(/-/g, "+").replace(/_/g, "/");
    // Older browsers take ten times as long.
    const bytes = Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  }

  async function compile(place) {
    const response = await open(place);
    const typed = response.headers.get("Content-Type") === "application/wasm";
    // Some hosts do not know the type; compiling while it loads needs it.
    return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // A worker from its scripts, with a module or the whereabouts of one, or a promise of these; `filesOf` gives pieces.
  function openWorker(scripts, module, filesOf, ended = () => {}) {
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
    let begun, started;
    const up = new Promise((resolve) => (started = resolve));
    worker.onmessage = ({ data: { id, result, said, broke, progress } }) => {
      if (!id) return started();
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
    const call = async (name, values, heard) => {
      await given;
      if (over) throw over;
      return new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject, heard });
        worker.postMessage({ id: last, name, values }, values.filter(isBytes).map(({ buffer }) => buffer));
      });
    };
    return {
      up,
      begin: (name, values) => {
        begun = { name, values, result: call(name, values) };
        begun.result.catch(() => {});
      },
      call: (name, values, heard) => {
        const known = begun;
        begun = undefined;
        return known && alike([known.name, known.values], [name, values]) ? known.result : call(name, values, heard);
      },
      finish: (piece, name) => {
        const finishing = filesOf(piece).then((modules) => {
          worker.postMessage({ modules });
          return call(name, []);
        });
        // Where the work before it breaks, that says so.
        finishing.catch(() => {});
        return finishing;
      },
      end: () => end(new Error("ended")),
    };
  }

  function serveAsWorker() {
    let ready;
    globalThis.onmessage = async ({ data }) => {
      if (data.modules) {
        ready = ready.then(async (main) => {
          await join(data.modules, main);
          return main;
        });
        ready.catch(() => {});
        return;
      }
      if (!data.id) {
        globalThis.postMessage({});
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

  // Files of a piece work on the memory and the table of functions of the module, which they are given.
  function join(files, main) {
    return Promise.all(files.map((file) => WebAssembly.instantiate(file, { __wasm_split: main })));
  }

  // A function that is called once for each name; again where it failed.
  function once(make) {
    const made = new Map();
    return (name) => {
      if (!made.has(name)) {
        const making = make(name);
        making.catch(() => made.delete(name));
        made.set(name, making);
      }
      return made.get(name);
    };
  }

  function alike(one, other) {
    return Array.isArray(one) ? one.length === other.length && one.every((value, at) => alike(value, other[at])) : one === other;
  }

  function isBytes(value) {
    return value instanceof Uint8Array;
  }

  // Says on the page that it could not start, and why, for a report of the fault.
  function explain(error) {
    console.error(error);
    globalThis.heshuStill?.drop();
    const place = document.getElementById("app");
    place.inert = false;
    const line = document.createElement("p");
    line.className = "boot";
    line.setAttribute("role", "alert");
    line.textContent = `页面没有能够启动，请换用新版的浏览器。 Heshu could not start; a newer browser may help. (${error})`;
    place.replaceChildren(line);
  }
})();
