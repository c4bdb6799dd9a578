// Stands in the head of the hosted copy: a link to a sample shows a still of the page, which the build wrote down, while
// everything else still loads, in the colours that the person chose. It is looked at, not worked with; the page is drawn
// beside it and takes its place.
// Gives the boot script `heshuStill`:
//   place     where the page is drawn meanwhile
//   show()    puts it on the screen
//   painted   promises that the still is on the screen, or that there is none
(() => {
  "use strict";

  const files = /* build: stills */ {};
  const [, sample] = /^#sample=([\w-]+)(&view=cards)?$/.exec(location.hash) ?? [];
  const file = files[`${sample}-${matchMedia("(max-width: 959px)").matches ? "narrow" : "wide"}.html`];
  const theme = kept("heshu.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (!file || kept("heshu.lang") === "en") return;

  const place = document.createElement("div");
  place.id = "app";
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const painted = load().then(async (html) => {
    // It stands before the scripts, which wait for the styles.
    if (!document.getElementById("app")) await parsed;
    const shown = document.getElementById("app");
    // The page may have been quicker.
    if (shown === place) return;
    shown.inert = true;
    shown.innerHTML = html;
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  });
  globalThis.heshuStill = {
    place,
    show: () => place.isConnected || document.getElementById("app").replaceWith(place),
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
