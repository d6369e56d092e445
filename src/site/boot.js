// Starts the app. The names of its files are put in by the build.

// Under the page's policy, markup and script addresses made at run time pass here or not at all. The app makes
// the markup of its own components, which holds no script, handler or address, and starts two workers: the one that
// keeps the site, and the one that finds what an article lacks.
const finder = new URL("findings.js", import.meta.url).href;
const forbidden = /<\s*(script|iframe|object|embed|base|meta|link)|\son[a-z]+\s*=|javascript:/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (markup) => (forbidden.test(markup) ? null : markup),
  createScriptURL: (address) => {
    const { href, origin, pathname } = new URL(address, document.baseURI);
    const isKeeper = origin === location.origin && pathname.endsWith("/sw.js");
    return isKeeper || href === finder ? address : null;
  },
});

const start = ({ default: init }) => init({ module_or_path: new URL("app_bg.wasm", import.meta.url) });

// The page reads without the app; the style sheet then says so, and takes away what only the app can do.
const fail = () => {
  document.documentElement.dataset.app = "failed";
  const again = document.querySelector("#unstarted .retry");
  if (again) again.onclick = retry;
};

// The link of what the page says then opens it again. WebKit would take a script that has just failed from its memory,
// even when it loads a page anew, unless it has been asked for as something else meanwhile.
function retry() {
  const scripts = [...document.querySelectorAll("link[rel=modulepreload]")];
  const asked = scripts.map(({ href }) => fetch(href, { cache: "reload", signal: AbortSignal.timeout(5_000) }));
  Promise.allSettled(asked).then(() => location.reload());
  return false;
}

// How long the app may take, in milliseconds, as with whatever else is asked of a server. One that comes later takes the
// page over all the same.
const waiting = setTimeout(fail, 20_000);

// With its scripts as with its code: any of them may not come.
import("./app.js").then(start).then(
  () => clearTimeout(waiting),
  (error) => {
    clearTimeout(waiting);
    fail();
    throw error;
  },
);
