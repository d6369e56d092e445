//! The three browsers: where they are, how each is started, and what it needs to behave.

use crate::process::{self, Program, await_until};
use crate::{Failure, Told};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// How long a driver may take to listen; a browser's first start from a cold disk is the slow case.
const START: Duration = Duration::from_secs(30);

/// MiniBrowser's window can't be narrower than its toolbar, and that is wider than a phone.
const NARROW_TOOLBAR: &str =
    "* { font-size: 1px; padding: 0; margin: 0; min-width: 0; border-width: 0; -gtk-icon-style: symbolic }";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The driver and the browser that it drives, or the name of what is absent.
    pub fn installed(self) -> Result<(PathBuf, PathBuf), String> {
        let (driver, browsers): (&str, &[&str]) = match self {
            Self::Chromium => ("chromedriver", &["chromium", "chromium-browser", "google-chrome"]),
            Self::Firefox => ("geckodriver", &["firefox-esr", "firefox"]),
            Self::WebKit => ("WebKitWebDriver", &["MiniBrowser"]),
        };
        let driver = process::find(&[driver]).ok_or(format!("{driver} is not on PATH"))?;
        let browser = match self {
            Self::WebKit => {
                process::find(&["Xvfb"]).ok_or("Xvfb is not on PATH").and(mini_browser().ok_or("no MiniBrowser"))?
            }
            _ => process::find(browsers).ok_or(format!("{} is not on PATH", browsers.join(" or ")))?,
        };
        Ok((driver, browser))
    }

    fn capabilities(self, browser: &Path, scheme: Scheme) -> Capabilities {
        let dark = scheme == Scheme::Dark;
        let options = match self {
            Self::Chromium => {
                let mut arguments =
                    vec!["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900"];
                if is_root() {
                    arguments.push("--no-sandbox");
                }
                if dark {
                    arguments.push("--blink-settings=preferredColorScheme=0");
                }
                json!({
                    "goog:chromeOptions": {"binary": browser, "args": arguments},
                    "goog:loggingPrefs": {"browser": "ALL"},
                })
            }
            Self::Firefox => json!({"moz:firefoxOptions": {
                "binary": browser,
                "args": ["-headless"],
                "prefs": {
                    "layout.css.prefers-color-scheme.content-override": i32::from(!dark),
                    // A script that runs while its page is left comes to its end, and is not told as one that hangs.
                    "dom.ipc.cancel_content_js_when_navigating": false,
                },
            }}),
            Self::WebKit => json!({"webkitgtk:browserOptions": {
                "binary": browser,
                "args": ["--automation"],
            }}),
        };
        match options {
            Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }
}

/// MiniBrowser is kept beside the library, under a directory for the architecture and the API's version.
fn mini_browser() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("SIYAQ_MINIBROWSER") {
        return Some(path.into());
    }
    let below = |directory: &Path| -> Vec<PathBuf> {
        fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let mut found: Vec<PathBuf> = below(Path::new("/usr/lib"))
        .iter()
        .chain(&[PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")])
        .flat_map(|directory| below(directory))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|path| path.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// A driver that listens, with the display that it needs. All of it ends when this is dropped.
pub struct Driver {
    // Dropped in this order: the driver with its browser, the display, the files.
    _program: Program,
    _display: Option<Display>,
    _scratch: Scratch,
    pub port: u16,
    pub capabilities: Capabilities,
}

impl Driver {
    /// A driver whose browser keeps what it stores in `profile`, from one start to the next. WebKit's keeps nothing
    /// when it is driven.
    pub fn start_with_profile(engine: Engine, profile: &Path) -> Told<Self> {
        let mut driver = Self::start(engine, Scheme::Light)?;
        let (options, arguments) = match engine {
            Engine::Chromium => ("goog:chromeOptions", vec![format!("--user-data-dir={}", profile.display())]),
            Engine::Firefox => ("moz:firefoxOptions", vec!["-profile".to_owned(), profile.display().to_string()]),
            Engine::WebKit => return Err(Failure("keeps nothing when it is driven".into())),
        };
        let list = driver.capabilities.get_mut(options).and_then(|options| options["args"].as_array_mut());
        if let Some(list) = list {
            list.extend(arguments.iter().map(|one| json!(one)));
        }
        Ok(driver)
    }

    pub fn start(engine: Engine, scheme: Scheme) -> Told<Self> {
        let (driver, browser) = engine.installed().map_err(Failure)?;
        let scratch = Scratch::new(engine)?;
        let display = if engine == Engine::WebKit { Some(Display::start()?) } else { None };
        let port = free_port()?;
        let mut command = Command::new(driver);
        command.env("TMPDIR", &scratch.0).env("HOME", &scratch.0).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        match engine {
            Engine::Chromium => command.arg(format!("--port={port}")),
            Engine::Firefox => command
                .args(["--host", "127.0.0.1", "--port", &port.to_string(), "--websocket-port", "0"])
                // Its console is read in the browser's own context, which is closed without this.
                .arg("--allow-system-access"),
            Engine::WebKit => command.args(["--host=127.0.0.1", &format!("--port={port}")]),
        };
        if let Some(display) = &display {
            scratch.write(".config/gtk-3.0/gtk.css", NARROW_TOOLBAR)?;
            command.env("DISPLAY", format!(":{}", display.number)).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
            command.env("GTK_THEME", if scheme == Scheme::Dark { "Adwaita:dark" } else { "Adwaita" });
            if is_root() {
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            }
        }
        let log = crate::results().join(format!("{}-{scheme:?}-driver.log", engine.name()).to_lowercase());
        let mut program = Program::start(command, &log)?;
        await_listening(&mut program, port)?;
        let capabilities = engine.capabilities(&browser, scheme);
        Ok(Self { _program: program, _display: display, _scratch: scratch, port, capabilities })
    }
}

fn free_port() -> Told<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn await_listening(program: &mut Program, port: u16) -> Told {
    let mut listens = false;
    await_until(START, || {
        listens = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        listens || !program.runs()
    });
    if listens {
        return Ok(());
    }
    Err(Failure(format!("the driver does not listen; it wrote: {}", program.log.display())))
}

/// A virtual screen.
struct Display {
    server: Child,
    number: u32,
}

impl Display {
    fn start() -> Told<Self> {
        let program = process::find(&["Xvfb"]).ok_or(Failure("Xvfb is not on PATH".into()))?;
        let mut server = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let number = line.trim().parse();
        let mut display = Self { server, number: 0 };
        display.number = number.map_err(|_| Failure("Xvfb names no display".into()))?;
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A directory for profiles and caches, gone when the driver is.
struct Scratch(PathBuf);

impl Scratch {
    fn new(engine: Engine) -> Told<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("siyaq-{}-{}-{count}", engine.name(), std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Scratch {
    fn write(&self, name: &str, text: &str) -> Told {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&self.0))?;
        Ok(fs::write(path, text)?)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
