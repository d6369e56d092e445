//! As much of `minify-html` as Trunk names. It leaves a page as it is, which is right, and no smaller.

/// What a page's minifier may do: nothing, whatever is asked.
pub struct Cfg {
    /// Asked for by Trunk.
    pub keep_closing_tags: bool,
    /// Asked for by Trunk.
    pub minify_css: bool,
    /// Asked for by Trunk.
    pub minify_js: bool,
}

impl Cfg {
    /// What Trunk begins with.
    pub fn spec_compliant() -> Self {
        Self { keep_closing_tags: true, minify_css: false, minify_js: false }
    }
}

/// The page, as it is.
pub fn minify(page: &[u8], _: &Cfg) -> Vec<u8> {
    page.to_vec()
}
