//! The tool.

#[cfg(not(target_arch = "wasm32"))]
mod tool {
    use lexopt::prelude::*;
    use siyaq::site;
    use std::error::Error;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    type Outcome = Result<ExitCode, Box<dyn Error>>;

    /// A subcommand: its name, what it is given, what it does in words, and what does it.
    type Command = (&'static str, &'static str, &'static str, fn(lexopt::Parser) -> Outcome);

    const COMMANDS: &[Command] = &[
        ("analyze", "--jsonl", "finds dates, quotations and events in the cases of its input, one a line", analyze),
        ("check", "FILES…", "tells what is wrong with articles, with its place", check),
        ("site", "", "builds the pages from what Trunk left (its post-build hook)", build),
        ("size", "[DIST]", "weighs what an article's page loads, against the budget", size),
    ];

    pub fn run() -> ExitCode {
        let mut arguments = lexopt::Parser::from_env();
        let name = match arguments.next() {
            Ok(Some(Value(name))) => name,
            Ok(Some(Long("help") | Short('h'))) => return help(true),
            _ => return help(false),
        };
        let Some((name, _, _, command)) = COMMANDS.iter().find(|command| name == command.0) else { return help(false) };
        command(arguments).unwrap_or_else(|why| {
            eprintln!("siyaq {name}: {why}");
            ExitCode::FAILURE
        })
    }

    fn help(asked: bool) -> ExitCode {
        let lines = COMMANDS.iter().map(|(name, given, what, _)| format!("  siyaq {name} {given}\n      {what}\n"));
        let text = format!("Siyaq (سياق): a reader for news that wants checking\n\n{}", lines.collect::<String>());
        if asked {
            print!("{text}");
            return ExitCode::SUCCESS;
        }
        eprint!("{text}");
        ExitCode::from(2)
    }

    /// The values that are left; an option is not among them.
    fn values(mut arguments: lexopt::Parser) -> Result<Vec<PathBuf>, lexopt::Error> {
        let mut values = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Value(value) => values.push(value.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(values)
    }

    fn analyze(mut arguments: lexopt::Parser) -> Outcome {
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("jsonl") => {}
                other => return Err(other.unexpected().into()),
            }
        }
        siyaq::analysis::jsonl::run(std::io::stdin().lock(), std::io::BufWriter::new(std::io::stdout().lock()))?;
        Ok(ExitCode::SUCCESS)
    }

    fn check(arguments: lexopt::Parser) -> Outcome {
        let paths = values(arguments)?;
        if paths.is_empty() {
            return Err("name the files, or a directory of them".into());
        }
        let report = site::check(&paths);
        for told in report.errors.iter().chain(&report.warnings) {
            println!("{told}");
        }
        let (errors, warnings) = (report.errors.len(), report.warnings.len());
        eprintln!("siyaq check: {} files, {errors} errors, {warnings} warnings", report.files);
        Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Trunk tells by the environment where its files are; without it, the working directory and `dist` are taken.
    fn build(arguments: lexopt::Parser) -> Outcome {
        if let Some(value) = values(arguments)?.first() {
            return Err(format!("takes no arguments, but was given {}", value.display()).into());
        }
        let told = |name: &str, otherwise: &str| {
            std::env::var_os(name).map_or_else(|| PathBuf::from(otherwise), PathBuf::from)
        };
        let (source, dist) = (told("TRUNK_SOURCE_DIR", "."), told("TRUNK_STAGING_DIR", "dist"));
        let profile = site::Profile::of_trunk(&told("TRUNK_PROFILE", "release").to_string_lossy(), &dist)?;
        site::cut_app(&compiled(&source, &profile), &dist, &profile)?;
        let built = site::build(&site::Options { source, dist, profile })?;
        eprintln!("siyaq site: {} articles, version {}", built.articles, built.version_in_words());
        Ok(ExitCode::SUCCESS)
    }

    /// Where the compiler left the app.
    fn compiled(source: &Path, profile: &site::Profile) -> PathBuf {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| source.join("target"), PathBuf::from);
        let profile = if *profile == site::Profile::Release { "page" } else { "debug" };
        target.join("wasm32-unknown-unknown").join(profile).join("app.wasm")
    }

    fn size(arguments: lexopt::Parser) -> Outcome {
        let values = values(arguments)?;
        let dist = values.first().map_or(Path::new("dist"), PathBuf::as_path);
        let measured = site::measure(dist)?;
        let sum_of = |load| measured.iter().filter(|file| file.load == load).map(|file| file.compressed).sum::<usize>();
        println!("{:>9} {:>9}  as Brotli", "bytes", "on wire");
        for file in &measured {
            let note = match file.load {
                site::Load::Page => "",
                site::Load::More => "  (when a quotation is chosen, or panels are made anew)",
                site::Load::Notes => "  (when words are first selected, or where there are notes)",
                site::Load::Shared => "  (with either of these)",
                site::Load::Findings => "  (only where events or quotations are to be found)",
                site::Load::Keeping => "  (behind the page, to keep the site; not counted)",
            };
            println!("{:>9} {:>9}  {}{note}", file.bytes, file.compressed, file.address);
        }
        let (page, shared) = (sum_of(site::Load::Page), sum_of(site::Load::Shared));
        let (more, notes) = (sum_of(site::Load::More) + shared, sum_of(site::Load::Notes) + shared);
        let findings = sum_of(site::Load::Findings);
        let all = page + more + notes - shared + findings;
        let (budget, ceiling) = (site::BUDGET_BYTES, site::CEILING_BYTES);
        println!("{:>9} {page:>9}  an article's page as it opens: of {budget} ({} %)", "", page * 100 / budget);
        println!("{:>9} {more:>9}  besides, when a quotation is chosen", "");
        println!("{:>9} {notes:>9}  besides, when words are marked", "");
        println!("{:>9} {:>9}  besides, where nobody has marked the article up", "", more + findings);
        println!("{:>9} {all:>9}  all of it: of {ceiling}", "");
        if page > budget {
            return Err(format!("the page is {} bytes over its budget", page - budget).into());
        }
        if all > ceiling {
            return Err(format!("all of it is {} bytes over the {ceiling} that it had reached", all - ceiling).into());
        }
        Ok(ExitCode::SUCCESS)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tool::run()
}

/// The tool is native; this is here so that building everything for the browser builds.
#[cfg(target_arch = "wasm32")]
fn main() {}
