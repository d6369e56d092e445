// Serves a directory as a good host does: files with their compressed copies, which the browser asks about each time, a
// directory by its index.html and with its slash, and for what is not there 404.html with its status.
//
//   node serve.cjs DIRECTORY HOST PORT      (sirv stands on NODE_PATH)
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const sirv = require("sirv");

const [directory, host, port] = process.argv.slice(2);
// `dev`: a site that is built anew meanwhile is served as it is then.
const site = sirv(directory, { dev: true, etag: true, brotli: true, gzip: true, extensions: ["html"], onNoMatch: lost });

function lost(request, response) {
  fs.readFile(path.join(directory, "404.html"), (error, page) => {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
    response.end(error || request.method === "HEAD" ? undefined : page);
  });
}

// Whether an address is a directory's without its slash: what its page links to would be looked for one step higher.
function lacksItsSlash(pathname) {
  try {
    return !pathname.endsWith("/") && fs.statSync(path.join(directory, decodeURIComponent(pathname))).isDirectory();
  } catch {
    return false;
  }
}

const server = http.createServer((request, response) => {
  const [pathname, ...query] = request.url.split("?");
  if (!lacksItsSlash(pathname)) return site(request, response);
  const location = [`./${pathname.split("/").pop()}/`, ...query].join("?");
  response.writeHead(301, { location, "cache-control": "no-cache" }).end();
});
server.listen(Number(port), host);
