// Keeps the hosted copy in this browser, so that it opens without a network. It asks only for the files that the build
// has named here, all from beside the page; other requests it leaves alone.
"use strict";

// The build puts in their names: what a visit needs at once, and what may come later.
const { version, first, later } = /* build: files */ { version: "", first: [], later: [] };
const PREFIX = "heshu:";
const here = (file) => new URL(file, registration.scope).href;
const NAME = `${PREFIX}${registration.scope} ${version}`;

// A file whose name says its content may come from an older copy; the page itself may not.
async function keep(cache, file) {
  const address = here(file);
  if (await cache.match(address)) return;
  const known = file === "./" ? undefined : await caches.match(address);
  const response = known ?? (await fetch(address, { cache: file === "./" ? "no-cache" : "default" }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

const keepAll = async (files) => {
  const cache = await caches.open(NAME);
  await Promise.all(files.map((file) => keep(cache, file)));
};

addEventListener("install", (event) => event.waitUntil(keepAll(first)));

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const ours = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}${registration.scope} `));
      await Promise.all(ours.filter((name) => name !== NAME).map((name) => caches.delete(name)));
      await clients.claim();
    })(),
  );
});

addEventListener("message", (event) => {
  if (event.data === "later") event.waitUntil(keepAll(later));
  if (event.data === "take over") event.waitUntil(skipWaiting());
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const address = url.replace(/[?#].*/, "");
  if (method !== "GET" || !address.startsWith(registration.scope)) return;
  const asked = address.slice(registration.scope.length);
  const file = asked === "" || asked === "index.html" ? "./" : asked;
  if (!first.concat(later).includes(file)) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open(NAME);
      const kept = await cache.match(here(file));
      if (kept) return kept;
      const response = await fetch(event.request);
      if (response.ok) await cache.put(here(file), response.clone());
      return response;
    })(),
  );
});
