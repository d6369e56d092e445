//! What a page has complained of: errors and warnings, each engine by its own way.

use crate::Told;
use crate::engine::Engine;
use crate::page::Page;
use serde_json::{Value, json};

impl Page {
    /// Errors and warnings since the last call.
    pub async fn complaints(&self) -> Told<Vec<String>> {
        match self.engine {
            Engine::Chromium => self.chromium_complaints().await,
            Engine::Firefox => self.firefox_complaints().await,
            Engine::WebKit => self.webkit_complaints().await,
        }
    }

    async fn chromium_complaints(&self) -> Told<Vec<String>> {
        let entries = self.command("se/log", json!({"type": "browser"})).await?;
        let entries = entries.as_array().cloned().unwrap_or_default();
        let bad = |entry: &Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        Ok(entries.iter().filter(|entry| bad(entry)).map(|entry| entry["message"].to_string()).collect())
    }

    /// Firefox tells WebDriver nothing, but its own context can read what its console would show.
    async fn firefox_complaints(&self) -> Told<Vec<String>> {
        let mut found: Vec<String> = self.in_firefox(FIREFOX, vec![self.site.root().into()]).await?;
        found.retain(|line| !is_firefox_itself(line));
        Ok(found)
    }

    /// WebKit's driver tells nothing either, and its browser writes nothing of a page that is driven; so the
    /// server puts a watcher into the pages.
    async fn webkit_complaints(&self) -> Told<Vec<String>> {
        const TAKE: &str = "(() => { const kept = sessionStorage.getItem('complaints') ?? '[]'; \
            sessionStorage.removeItem('complaints'); return JSON.parse(kept); })()";
        let address = self.client.current_url().await?;
        if address.scheme() != "http" {
            return Ok(Vec::new());
        }
        let mut found: Vec<String> = self.eval(TAKE, Vec::new()).await?;
        found.retain(|line| line != WEBKIT_LEFT);
        Ok(found)
    }
}

/// WebKit ends what is on its way to a page that is left, and tells that page so. In a page that stays, the state of the
/// app says that something has not come.
const WEBKIT_LEFT: &str = "unhandled TypeError: Load failed";

/// Whether Firefox complains of what is no fault of the page's.
fn is_firefox_itself(line: &str) -> bool {
    // It fetches a page's icon after the page has loaded, and blames the worker where the page is left meanwhile; so it
    // does for a part of the app that is on its way then.
    let late = ["/icons/", "_notes.wasm", "_more.wasm", "_shared-"].iter().any(|part| line.contains(part));
    let late = late && line.contains("ServiceWorker intercepted the request");
    // It keeps the fonts of a page that was open before, and so never uses what the next one has preloaded.
    let font = line.contains("/fonts/") && line.contains("preloaded with link preload was not used");
    // What the reader has been told once is kept after a note is; leaving meanwhile, it is told once more.
    let left = line.contains("IndexedDB transaction that was not yet complete has been aborted due to page navigation");
    // It ends what still runs in a tab that is closed, and tells that as of a script that hangs. One that does is found
    // by every test that waits for it.
    let closed = line.contains("Script terminated by timeout");
    late || font || left || closed
}

const FIREFOX: &str = r#"(() => {
    const found = [];
    for (const message of Services.console.getMessageArray()) {
        if (!(message instanceof Ci.nsIScriptError) || !message.sourceName.startsWith(arguments[0])) continue;
        if ((message.flags & Ci.nsIScriptError.infoFlag) === 0) found.push(message.toString());
    }
    Services.console.reset();
    const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
    for (const event of storage.getEvents()) {
        if (!event.filename?.startsWith(arguments[0])) continue;
        if (["error", "warn", "assert"].includes(event.level)) found.push(`${event.level}: ${event.arguments.map(String).join(" ")}`);
    }
    storage.clearEvents();
    return found;
})()"#;
