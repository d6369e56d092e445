//! As much of `lightningcss` as Trunk names. It leaves a style sheet as it is.

/// Style sheets.
pub mod stylesheet {
    use std::convert::Infallible;

    /// How a style sheet is read.
    #[derive(Default)]
    pub struct ParserOptions;

    /// How it is minified.
    #[derive(Default)]
    pub struct MinifyOptions;

    /// How it is written.
    #[derive(Default)]
    pub struct PrinterOptions {
        /// Asked for by Trunk.
        pub minify: bool,
    }

    /// A style sheet as it is written.
    pub struct ToCssResult {
        /// Its text.
        pub code: String,
    }

    /// A style sheet.
    pub struct StyleSheet(String);

    impl StyleSheet {
        /// Takes its text.
        pub fn parse(text: &str, _: ParserOptions) -> Result<Self, Infallible> {
            Ok(Self(text.to_owned()))
        }

        /// Leaves it as it is.
        pub fn minify(&mut self, _: MinifyOptions) -> Result<(), Infallible> {
            Ok(())
        }

        /// Its text.
        pub fn to_css(&self, _: PrinterOptions) -> Result<ToCssResult, Infallible> {
            Ok(ToCssResult { code: self.0.clone() })
        }
    }
}
