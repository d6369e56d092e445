//! Short names for what a module imports from its own JavaScript. wasm-bindgen gives each a name with sixteen digits
//! that nothing compresses, once in either file.

use super::Error;

/// The sections of a module: <https://webassembly.github.io/spec/core/binary/modules.html#sections>.
const PREAMBLE: usize = 8;
const IMPORTS: u8 = 2;

/// How the names begin that are ours to change.
const OURS: [&str; 2] = ["__wbg_", "__wbindgen_"];

/// A script and its module, with the imports that both name so renamed.
pub fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>), Error> {
    let broken = || Error::new("app_bg.wasm is not a module with imports that can be read");
    let mut script = script.to_owned();
    let mut out = module.get(..PREAMBLE).ok_or_else(broken)?.to_vec();
    let mut rest = Bytes(module.get(PREAMBLE..).unwrap_or_default());
    while !rest.0.is_empty() {
        let id = rest.byte().ok_or_else(broken)?;
        let section = rest.run().ok_or_else(broken)?;
        let renamed = if id == IMPORTS { rename(section, &mut script).ok_or_else(broken)? } else { section.to_vec() };
        out.push(id);
        put_run(&mut out, &renamed);
    }
    Ok((script, out))
}

/// The section of imports, with the new names; the script is given them too.
fn rename(section: &[u8], script: &mut String) -> Option<Vec<u8>> {
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut out = Vec::with_capacity(section.len());
    put_number(&mut out, count);
    for n in 0..count {
        let (module, name) = (rest.run()?, std::str::from_utf8(rest.run()?).ok()?);
        put_run(&mut out, module);
        let short = format!("${n}");
        let whole = format!("{name}: ");
        // It stands once, as the key of what is imported.
        if OURS.iter().any(|start| name.starts_with(start)) && script.matches(&whole).count() == 1 {
            *script = script.replace(&whole, &format!("{short}: "));
            put_run(&mut out, short.as_bytes());
        } else {
            put_run(&mut out, name.as_bytes());
        }
        let what = rest.0;
        rest.skip_kind()?;
        out.extend(&what[..what.len() - rest.0.len()]);
    }
    Some(out)
}

/// Bytes that are read from their beginning.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }

    /// Bytes behind their number.
    fn run(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (run, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(run)
    }

    /// Passes over what an import is: a function, a table, a memory, a global or a tag.
    fn skip_kind(&mut self) -> Option<()> {
        match self.byte()? {
            0 => _ = self.number()?,
            1 => {
                self.byte()?;
                self.skip_limits()?;
            }
            2 => self.skip_limits()?,
            3 => _ = (self.byte()?, self.byte()?),
            4 => _ = (self.byte()?, self.number()?),
            _ => return None,
        }
        Some(())
    }

    fn skip_limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

fn put_run(out: &mut Vec<u8>, run: &[u8]) {
    put_number(out, run.len());
    out.extend(run);
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        #[allow(clippy::cast_possible_truncation)] // Seven bits.
        let byte = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}
