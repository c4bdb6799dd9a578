// Stands in the head of the hosted copy: a link to a sample shows a still of the page, which the build wrote down, while
// everything else still loads, in the colours that the person chose. It is looked at, not worked with; the page is drawn
// beside it and takes its place. Where there is no still to wait for, the page's module is asked for at once.
// Gives the boot script `heshuStill`:
//   place     where the page is drawn meanwhile
//   show()    puts it on the screen, where no still comes after it
//   drop()    keeps a still that has not come yet from coming
//   painted   promises that the cards of the still are on the screen, or that there is none
(() => {
  "use strict";

  const files = /* build: stills */ {};
  const [, sample] = /^#sample=([\w-]+)(&view=cards)?$/.exec(location.hash) ?? [];
  const file = files[`${sample}-${matchMedia("(max-width: 959px)").matches ? "narrow" : "wide"}.html`];
  // It is asked for before what the browser keeps, which takes a moment to come.
  const loading = file && load();
  const page = document.documentElement.dataset;
  const theme = kept("heshu.theme");
  if (theme === "light" || theme === "dark") page.theme = theme;
  if (!file || kept("heshu.lang") === "en") {
    document.getElementById("heshu-wasm").rel = "preload";
    return loading?.catch(() => {});
  }

  // To draw that the page opens takes as long as it takes the still to come: it is said only if that takes longer.
  page.still = "awaited";
  setTimeout(() => delete page.still, 400);
  let wanted = true;
  const place = document.createElement("div");
  place.id = "app";
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const painted = loading.then(async (html) => {
    // It stands before the scripts.
    if (!document.getElementById("app")) await parsed;
    if (!wanted) return;
    const shown = document.getElementById("app");
    shown.inert = true;
    shown.innerHTML = html;
    await new Promise((done) => {
      const look = (list) => list.getEntriesByName("first-contentful-paint").forEach(done);
      new PerformanceObserver(look).observe({ type: "paint", buffered: true });
    });
    // The report's text comes after its cards.
    shown.dataset.shown = "";
  });
  globalThis.heshuStill = {
    place,
    show: () => {
      wanted = false;
      if (!place.isConnected) document.getElementById("app").replaceWith(place);
    },
    drop: () => (wanted = false),
    painted: painted.catch(() => {}),
  };

  async function load() {
    const response = await fetch(file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  }

  // What the page keeps in this browser. Reading throws where that is forbidden.
  function kept(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
})();
