//! The content-security policy of a page: what it may load and run is its own, and nothing else.

use super::{Profile, digest};

/// The link of a page without an icon: without any link, the browser asks the host for one.
pub const NO_ICON: &str = "<link rel=\"icon\" href=\"data:,\">";

/// The policy of a page whose markup is `html`. A script or a style that stands in the page is allowed by its
/// digest, so that no other can be. In the loop of development, Trunk's server still writes into its script as it
/// sends it, so that no digest holds; and the script listens at a socket.
pub fn policy(html: &str, profile: &Profile) -> String {
    let (scripts, extra_connections) = match profile {
        Profile::Release => (allowed(html, "script"), ""),
        Profile::Dev { .. } => (" 'unsafe-inline'".to_owned(), " ws: wss:"),
    };
    let styles = allowed(html, "style");
    // The page that does not know where its icon is says that it has none.
    let images = if html.contains(NO_ICON) { " data:" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; img-src 'self'{images}; \
         font-src 'self'; connect-src 'self'{extra_connections}; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; \
         trusted-types default"
    )
}

/// The digests of what stands between the tags of every `<script>` or `<style>` of the page.
fn allowed(html: &str, tag: &str) -> String {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut sources = String::new();
    for element in html.split(&open).skip(1) {
        let inside = element.split_once('>').and_then(|(_, rest)| rest.split_once(&close));
        if let Some((code, _)) = inside.filter(|(code, _)| !code.is_empty()) {
            sources.push_str(" '");
            sources.push_str(&digest::integrity(code.as_bytes()));
            sources.push('\'');
        }
    }
    sources
}
