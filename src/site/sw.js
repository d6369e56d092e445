// Keeps the site for reading offline, whole versions at a time.
//
// The build puts two constants above this line: VERSION, 16 hexadecimal digits, and FILES, the digest of every
// file of that version by its address relative to the scope, a page by that of its directory.
//
// A version is kept in a cache of its own, `siyaq <scope> <version>`. It is installed only complete and
// verified, and replaces the one before it only when the reader agrees. A tab goes on with the version that it
// was opened with: files under a digest are found in any cache, and `?v=<version>` names the cache of the rest.
//
// What pages and worker say to each other:
//   page → worker   {type: "hello", version}         once its app runs, and as the answer to "version?"
//                   {type: "consent"}                to a waiting worker, when the reader clicks on "update"
//   worker → page   {type: "state", version, ready}  the answer to "hello"; ready: all of the version is kept
//                   {type: "version?"}               which version is yours? (asked before old ones are dropped)

const SCOPE = new URL(self.registration.scope);
const PREFIX = `siyaq ${SCOPE.href} `;
const CACHE = PREFIX + VERSION;

// The version of each tab that has said hello to this run of the worker, by the client's id.
const versions = new Map();

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldVersions()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !isOurs(url)) return;
  event.respondWith(event.request.mode === "navigate" ? page(event.request, url) : file(event.request, url));
});
self.addEventListener("message", (event) => {
  const { type, version } = event.data ?? {};
  if (type === "consent") event.waitUntil(self.skipWaiting());
  if (type === "hello") event.waitUntil(greet(event.source, version));
});

// Every file is fetched past the browser's own cache, and checked by the browser against its digest, before the
// first is put away. What fails leaves the version before it as it was.
async function install() {
  const files = await Promise.all(Object.entries(FILES).map(download));
  // What is left of it may be of no use: WebKit's private windows still name, once the last page has gone, a cache
  // whose files they have lost, and take none into it.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  try {
    for (const [url, response] of files) await cache.put(url, response);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function download([path, integrity]) {
  const url = new URL(path, SCOPE);
  const response = await fetch(url, { integrity, cache: "reload" });
  if (response.ok && !response.redirected) return [url, response];
  // The bytes are right, whatever the server calls them: 404.html may come as a 404, a page by a redirect, and
  // neither may be given out as it is.
  const headers = { "content-type": response.headers.get("content-type") ?? "" };
  return [url, new Response(await response.blob(), { headers })];
}

function isOurs(url) {
  return url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
}

// What a cache holds for an address; nothing as well where the cache cannot be read.
function kept(path, cacheName = CACHE) {
  return caches.match(new URL(path, SCOPE), { cacheName, ignoreVary: true }).catch(() => undefined);
}

// The address that FILES has for a URL: a page by its directory, without query and fragment.
function pathOf(url) {
  return "./" + url.pathname.slice(SCOPE.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

async function page(request, url) {
  const path = pathOf(url);
  const answer = await kept(path);
  if (answer) return answer;
  if (await kept(path + "/")) return Response.redirect(new URL(path + "/" + url.search, SCOPE));
  try {
    return await (isKept(path) ? fetched(request, () => kept(path)) : fetch(request));
  } catch (error) {
    const missing = await kept("404.html");
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}

// Whether this version has a file at an address, however it is found.
function isKept(path) {
  return path in FILES || path.slice(2) in FILES;
}

// How long after one another a store is asked again, in milliseconds.
const AGAIN = [50, 200, 1000, 3000];

// From the network. Without one, `find` is asked again: while WebKit opens the store of an origin anew, as when the
// last tab has just gone, it finds nothing of what is there.
async function fetched(request, find) {
  try {
    return await fetch(request);
  } catch (error) {
    for (const wait of AGAIN) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const answer = await find();
      if (answer) return answer;
    }
    throw error;
  }
}

async function file(request, url) {
  const version = url.searchParams.get("v");
  const path = pathOf(url);
  const find = async () => (version ? kept(path, PREFIX + version) : ((await kept(path)) ?? keptByOld(path)));
  return (await find()) ?? fetched(request, find);
}

async function keptByOld(path) {
  for (const name of await oldVersions()) {
    const answer = await kept(path, name);
    if (answer) return answer;
  }
}

async function oldVersions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

async function greet(client, version) {
  if (version) versions.set(client.id, version);
  const tell = (ready) => client.postMessage({ type: "state", version: VERSION, ready });
  const whole = await isWhole();
  tell(whole);
  if (!whole) await mend().then(() => tell(true), () => undefined);
  await dropOldVersions();
}

async function isWhole() {
  const cached = await (await caches.open(CACHE)).keys();
  return cached.length >= Object.keys(FILES).length;
}

// Fetches anew, once for all who ask, the version that a browser has lost files of.
let mending;
function mend() {
  mending ??= install().finally(() => (mending = undefined));
  return mending;
}

// Drops the versions that no tab reads any more. A tab that has not said its version is asked, and until it
// answers everything is kept; so is everything while another version is on its way in.
async function dropOldVersions() {
  const old = await oldVersions();
  if (old.length === 0 || self.registration.installing || self.registration.waiting) return;
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const tabs = all.filter((tab) => isOurs(new URL(tab.url)));
  const silent = tabs.filter((tab) => !versions.has(tab.id));
  for (const tab of silent) tab.postMessage({ type: "version?" });
  if (silent.length > 0) return;
  const inUse = tabs.map((tab) => PREFIX + versions.get(tab.id));
  await Promise.all(old.filter((name) => !inUse.includes(name)).map((name) => caches.delete(name)));
}
