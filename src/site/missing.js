// A server sends this page for an address of any depth. The root of the site is the directory above where the style
// sheet stands; from there come it, the library and the icon. Where the browser keeps the site, it knows; else the
// directories are asked from the top, where a site stands more often than not.
async function isRoot(directory) {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("style.css", directory);
  const comes = new Promise((resolve) => {
    style.onload = () => resolve(true);
    style.onerror = () => resolve(false);
  });
  document.head.append(style);
  if (await comes) return true;
  style.remove();
  return false;
}

async function* directories() {
  const kept = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (kept) yield new URL(kept.scope);
  for (let at = 1; at > 0; at = location.pathname.indexOf("/", at) + 1) {
    yield new URL(location.pathname.slice(0, at), location.origin);
  }
}

let root = new URL("/", location);
for await (const directory of directories()) {
  if (!(await isRoot(directory))) continue;
  root = directory;
  break;
}
document.querySelector("link[rel=icon]").href = new URL("icons/siyaq.svg", root);
for (const link of document.querySelectorAll('a[href="./"]')) link.href = root;
