//! The format's JSON Schema, from the types that read it.

use crate::article::NewsArticle;

/// The schema, as its file holds it.
pub fn schema() -> String {
    let schema = schemars::schema_for!(NewsArticle);
    format!("{:#}\n", schema.as_value())
}
