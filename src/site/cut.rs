//! The app, cut apart: what every reader needs, and what comes in files of its own. Trunk knows no such cut. So the app
//! is made anew from what the compiler left, and takes the place of what Trunk made of it:
//! cut at the functions that ask for it → bindings for what stays → every part optimised → imports by short names.
//! The analyst, which stays whole, is optimised with the parts.

use super::{Error, Profile, cores, files, imports};
use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_split_cli_support::{Options, transform};

/// What a published part goes through; what only tools read of it is left out. The features are those that the compiler
/// uses; all browsers that have service workers and custom highlights have them.
const OPTIMISING: [&str; 10] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
    "--strip-target-features",
];

/// The module that loads what was cut off, as the cutting tool names it.
const LOADER: &str = "__wasm_split.js";

/// How long a server may take to send a part of a program, as `fetch` is told.
pub(super) const PATIENCE: &str = "{ signal: AbortSignal.timeout(20_000) }";

/// Cuts the app that the compiler left at `compiled`, and puts its parts into `dist`: `app.js` and `app_bg.wasm`, which
/// are there from the beginning, `app_split.js`, which loads the others, and those, each as `app_NAME.wasm`.
pub fn cut_app(compiled: &Path, dist: &Path, profile: &Profile) -> Result<(), Error> {
    let work = compiled.with_file_name("app-cut");
    files::clear(&work)?;
    let (parts, glue) = (work.join("parts"), work.join("glue"));
    let main = parts.join("app.wasm");
    split(&files::read(compiled)?, &parts, &main)?;
    // What is exported for the linker is how the parts share their memory and their functions.
    let web: [&dyn AsRef<Path>; 8] =
        [&"--target", &"web", &"--no-typescript", &"--keep-lld-exports", &"--out-dir", &glue, &"--out-name", &"app"];
    run("wasm-bindgen", &[&web[..], &[&main]].concat())?;
    files::remove(&main)?;
    for left in files::below(dist)?.iter().filter(|path| is_trunks(dist, path)) {
        files::remove(left)?;
    }
    let mut scripts = vec![(files::read_text(&glue.join("app.js"))?, dist.join("app.js"))];
    scripts.push((files::read_text(&parts.join(LOADER))?, dist.join("app_split.js")));
    files::write(&dist.join("app_bg.wasm"), files::read(&glue.join("app_bg.wasm"))?)?;
    for part in files::below(&parts)?.into_iter().filter(|path| files::has_extension(path, &["wasm"])) {
        let found = files::address(&parts, &part);
        let short = format!("app_{}", found.trim_start_matches("split_").replace("chunk_", "shared-"));
        for (script, _) in &mut scripts {
            *script = script.replace(&found, &short);
        }
        files::write(&dist.join(short), files::read(&part)?)?;
    }
    for (script, _) in &mut scripts {
        // Where it is imported from; its name as a module's is the cutting tool's.
        *script = script.replace(&format!("from \"./{LOADER}\""), "from \"./app_split.js\"");
        // A part that does not come is told by the page; one that was on its way as the page was left, by nobody.
        *script = script.replace("console.error(e);", "");
        // A server that never answers has not sent it.
        *script = script.replace("import.meta.url));", &format!("import.meta.url), {PATIENCE});"));
    }
    if *profile == Profile::Release {
        optimise(dist)?;
        let main = dist.join("app_bg.wasm");
        let (script, module) = imports::shorten(&scripts[0].0, &files::read(&main)?)?;
        scripts[0].0 = script;
        files::write(&main, module)?;
    }
    scripts.into_iter().try_for_each(|(script, path)| files::write(&path, script))
}

/// Cuts a module: what stays goes to `main`, what is cut off, with the module that loads it, into `parts`.
fn split(module: &[u8], parts: &Path, main: &Path) -> Result<(), Error> {
    let mut options = Options::new(module);
    options.output_dir = parts;
    options.main_out_path = main;
    options.main_module = "./app.js";
    options.target.web();
    transform(options).map(drop).map_err(|why| Error::new(format!("the app cannot be cut: {why:#}")))
}

/// Optimises every module in `dist`. One keeps one core busy for seconds, so that the largest come first.
fn optimise(dist: &Path) -> Result<(), Error> {
    let mut modules = files::below(dist)?;
    modules.retain(|path| files::has_extension(path, &["wasm"]));
    modules.sort_by_key(|path| Reverse(std::fs::metadata(path).map_or(0, |file| file.len())));
    cores::each(modules.iter(), |module| {
        let flags = OPTIMISING.iter().map(|flag| flag as &dyn AsRef<Path>).collect::<Vec<_>>();
        run("wasm-opt", &[&flags[..], &[module, &"-o", module]].concat())
    })
}

/// Whether a file is what Trunk made of the app.
fn is_trunks(dist: &Path, path: &Path) -> bool {
    let address = files::address(dist, path);
    address.starts_with("app") && !address.contains('/') && files::has_extension(path, &["js", "wasm"])
}

/// Runs a tool to its end.
fn run(tool: &str, arguments: &[&dyn AsRef<Path>]) -> Result<(), Error> {
    let arguments: Vec<PathBuf> = arguments.iter().map(|argument| argument.as_ref().to_owned()).collect();
    let told = Command::new(tool).args(&arguments).output();
    let told = told.map_err(|why| Error::new(format!("{tool}: {why}; `tools/setup build` sets it up")))?;
    if told.status.success() {
        return Ok(());
    }
    Err(Error::new(format!("{tool} failed ({}):\n{}", told.status, String::from_utf8_lossy(&told.stderr))))
}
