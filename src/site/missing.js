// A server sends this page for an address of any depth. The root of the site is the nearest directory above
// that holds the library's list; from there come the style sheet and the library.
async function isRoot(directory) {
  try {
    const answer = await fetch(new URL("articles/index.json", directory));
    return answer.ok && answer.headers.get("content-type")?.includes("json");
  } catch {
    return false;
  }
}

async function findRoot() {
  for (let directory = new URL("./", location.href); ; directory = new URL("../", directory)) {
    if (directory.pathname === "/" || (await isRoot(directory))) return directory;
  }
}

const root = await findRoot();
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("style.css", root);
document.head.append(style);
for (const link of document.querySelectorAll('a[href="./"]')) link.href = root;
