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

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a function of ours, one of another, and one kind of each of the rest.
    fn module() -> Vec<u8> {
        let mut section = vec![6];
        let imports: [(&str, &[u8]); 6] = [
            ("__wbg_alert_0123456789abcdef", &[0, 0x81, 0x01]),
            ("load", &[0, 2]),
            ("__wbg_table_0123456789abcdef", &[1, 0x70, 1, 2, 0x80, 0x01]),
            ("memory", &[2, 0, 17]),
            ("global", &[3, 0x7f, 0]),
            ("tag", &[4, 0, 1]),
        ];
        for (name, what) in imports {
            put_run(&mut section, b"./app_bg.js");
            put_run(&mut section, name.as_bytes());
            section.extend(what);
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
        module.push(IMPORTS);
        put_run(&mut module, &section);
        module.extend([3, 1, 0]);
        module
    }

    #[test]
    fn names_are_short_in_both() {
        let script = "const imports = {\n__wbg_alert_0123456789abcdef: function() {},\nload: 1 };\n";
        let (script, module) = shorten(script, &module()).unwrap();
        assert_eq!(script, "const imports = {\n$0: function() {},\nload: 1 };\n");
        let has = |name: &str| module.windows(name.len()).any(|bytes| bytes == name.as_bytes());
        assert!(has("$0") && has("load") && !has("__wbg_alert"));
        assert!(has("__wbg_table_0123456789abcdef"), "what the script does not name keeps its name");
        assert!(module.starts_with(b"\0asm\x01\0\0\0\x01\x01\0\x02") && module.ends_with(&[4, 0, 1, 3, 1, 0]));
    }

    #[test]
    fn what_is_no_module_is_told() {
        let whole = module();
        for end in [0, 7, 12, 13, 40, whole.len() - 4] {
            assert!(shorten("", &whole[..end]).is_err(), "cut at {end}");
        }
    }
}
