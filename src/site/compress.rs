//! Compressed copies, for servers that send them as they are.

use super::{Error, cores, files};
use flate2::{Compression, GzBuilder};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The highest quality that Brotli has: the copies are made once and sent often.
const BROTLI_QUALITY: u32 = 11;
/// The largest window that every browser accepts.
const BROTLI_WINDOW_BITS: u32 = 22;
/// Written to the encoder at once.
const BUFFER_BYTES: usize = 1 << 16;

/// What gains by compression; pictures and fonts are compressed already.
const TEXTS: &[&str] = &["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// The bytes as Brotli.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut out, BUFFER_BYTES, BROTLI_QUALITY, BROTLI_WINDOW_BITS);
    encoder.write_all(bytes).map_err(|why| Error::new(format!("brotli: {why}")))?;
    drop(encoder);
    Ok(out)
}

/// The bytes as gzip, without a name or a time, so that the same bytes give the same copy.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let told = |why| Error::new(format!("gzip: {why}"));
    encoder.write_all(bytes).map_err(told)?;
    encoder.finish().map_err(told)
}

/// Puts `.br` and `.gz` beside every file below `root` that gains by it. The largest take seconds.
pub fn compress_all(root: &Path) -> Result<(), Error> {
    let found = files::below(root)?.into_iter().filter(|path| files::has_extension(path, TEXTS));
    cores::each(found, |path| compress(&path))
}

/// Puts both beside a file.
fn compress(path: &Path) -> Result<(), Error> {
    let bytes = files::read(path)?;
    files::write(&with_suffix(path, ".br"), brotli(&bytes)?)?;
    files::write(&with_suffix(path, ".gz"), gzip(&bytes)?)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
