// The worker that finds what an article lacks, apart from the page. The names of its files,
// and how long a server may take, are put in by the build.
//
// What page and worker say to each other:
//   page → worker   the bytes of the article's file, once
//   worker → page   a number                the stage of the analysis that begins
//                   a text                  what was found; nothing follows
//                   null                    nothing could be found, as the bytes are no article
//                   an error event          nothing could be found, and why
import init, { analyse } from "./analyst.js";

// A connection that was kept open too long may break: the analyst is asked for once more.
const load = () => init({ module_or_path: fetch(new URL("analyst_bg.wasm", import.meta.url), { PATIENCE }) });
const ready = load().catch(load);

addEventListener("message", async ({ data }) => {
  try {
    await ready;
    postMessage(analyse(data) ?? null);
  } catch (error) {
    reportError(error);
  }
});
