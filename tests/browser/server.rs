//! A server of the test's own: it serves a folder under a base path, writes down what was asked, can go away and
//! come back at the same address, and misbehaves where it is told to.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A connection that says nothing for so long is given up; a browser opens some ahead and never uses them.
const SILENCE: Duration = Duration::from_secs(20);

/// What is answered at an address instead of the file.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A status with a line of text.
    Status(u16),
    /// A page of HTML with status 200, as a login wall or a single-page host gives for everything.
    Page,
    /// Nothing, with status 200.
    Empty,
    /// The connection closes without a word.
    HangUp,
    /// The file's first half, with the whole's length.
    Truncated,
    /// These bytes, as this type.
    Bytes(Vec<u8>, &'static str),
    /// To this address, with 302.
    Redirect(String),
    /// The file, once `Server::release` is called.
    Held,
}

/// One request, as it came.
#[derive(Clone, Debug)]
pub struct Request {
    /// With the base path and the query.
    pub target: String,
    pub host: String,
    /// What was answered; 0 for nothing.
    pub status: u16,
}

struct State {
    folder: PathBuf,
    answers: HashMap<String, Answer>,
    log: Vec<Request>,
    /// The paths of the requests that wait.
    held: Vec<String>,
    released: bool,
    stopping: bool,
    /// What every page that a tab opens runs before all else.
    first: String,
}

struct Shared {
    base: String,
    state: Mutex<State>,
    change: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub struct Server {
    shared: Arc<Shared>,
    pub port: u16,
    listener: Mutex<Option<JoinHandle<()>>>,
}

impl Server {
    /// Serves `folder` under `base`, which starts and ends with a slash.
    pub fn start(folder: &Path, base: &str) -> io::Result<Self> {
        let state = State {
            folder: folder.to_owned(),
            answers: HashMap::new(),
            log: Vec::new(),
            held: Vec::new(),
            released: false,
            stopping: false,
            first: String::new(),
        };
        let shared = Arc::new(Shared { base: base.into(), state: Mutex::new(state), change: Condvar::new() });
        let listener = bind_anew()?;
        let port = listener.local_addr()?.port();
        let thread = listen(listener, &shared);
        Ok(Self { shared, port, listener: Mutex::new(Some(thread)) })
    }

    /// The address of the site's root, with the slash at its end.
    pub fn root(&self) -> String {
        format!("http://{}{}", self.host(), self.shared.base)
    }

    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Serves another folder from now on.
    pub fn publish(&self, folder: &Path) {
        folder.clone_into(&mut self.shared.state().folder);
    }

    /// Has every page that a tab opens write its complaints down, for an engine that tells them to nobody.
    pub fn watch(&self) {
        self.run_first(WATCHER_SCRIPT);
    }

    /// Has every page that a tab opens run a script before all else, after those that were named before. What a
    /// service worker has kept has none of it.
    pub fn run_first(&self, script: &str) {
        self.shared.state().first.extend([script, "\n"]);
    }

    /// Misbehaves at a path (relative to the base, without its query) until `behave`.
    pub fn misbehave(&self, path: &str, answer: Answer) {
        self.shared.state().answers.insert(path.into(), answer);
    }

    pub fn behave(&self) {
        self.shared.state().answers.clear();
        self.release();
    }

    /// Lets go what is held.
    pub fn release(&self) {
        self.shared.state().released = true;
        self.shared.change.notify_all();
    }

    /// Whether a request for the path waits to be released.
    pub fn holds(&self, path: &str) -> bool {
        self.shared.state().held.iter().any(|held| held == path)
    }

    /// All requests since the start.
    pub fn log(&self) -> Vec<Request> {
        self.shared.state().log.clone()
    }

    /// Goes away: the port is closed and nothing answers.
    pub fn stop(&self) {
        self.shared.state().stopping = true;
        self.release();
        let thread = self.listener.lock().unwrap_or_else(PoisonError::into_inner).take();
        // The listener waits for a connection, so it is given one.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }

    /// Comes back at the same address.
    pub fn resume(&self) -> io::Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        {
            let mut state = self.shared.state();
            state.stopping = false;
            state.released = false;
        }
        let thread = listen(listener, &self.shared);
        *self.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// At a port that no server of this run has had: a browser would answer from what it has kept of the site that was
/// there, and the system gives some seven thousand ports, again and again.
fn bind_anew() -> io::Result<TcpListener> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Held until there is one, so that none of them is given twice.
    let mut again = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return Ok(listener);
        }
        again.push(listener);
    }
}

fn listen(listener: TcpListener, shared: &Arc<Shared>) -> JoinHandle<()> {
    let shared = Arc::clone(shared);
    thread::spawn(move || {
        for stream in listener.incoming() {
            if shared.state().stopping {
                return;
            }
            let Ok(stream) = stream else { continue };
            let shared = Arc::clone(&shared);
            thread::spawn(move || drop(answer(stream, &shared)));
        }
    })
}

/// One request a connection: whatever is kept open would outlive a server that has gone away.
fn answer(stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    if reader.read_line(&mut first)? == 0 {
        return Ok(());
    }
    let mut host = String::new();
    let mut is_document = false;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "host" => value.trim().clone_into(&mut host),
            "sec-fetch-dest" => is_document = value.trim() == "document",
            _ => {}
        }
    }
    let mut words = first.split_whitespace();
    let method = words.next().unwrap_or_default().to_owned();
    let target = words.next().unwrap_or_default().to_owned();
    let mut response = prepared(shared, &target).unwrap_or_else(|| from_folder(shared, &target));
    if is_document && !shared.state().first.is_empty() {
        response.body = with_first(shared, response.body);
    }
    let status = if response.silent { 0 } else { response.status };
    shared.state().log.push(Request { target, host, status });
    if method == "HEAD" {
        response.body.clear();
    }
    response.write(stream)
}

struct Response {
    status: u16,
    kind: String,
    location: Option<String>,
    body: Vec<u8>,
    /// What the header says, where that is not the truth.
    length: Option<usize>,
    silent: bool,
}

impl Response {
    fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self { status, kind: kind.into(), location: None, body, length: None, silent: false }
    }

    fn write(self, mut stream: TcpStream) -> io::Result<()> {
        if self.silent {
            return stream.shutdown(Shutdown::Both);
        }
        let length = self.length.unwrap_or(self.body.len());
        let location = self.location.map(|to| format!("location: {to}\r\n")).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {} -\r\ncontent-type: {}\r\ncontent-length: {length}\r\n{location}cache-control: no-cache\r\n\
             connection: close\r\n\r\n",
            self.status, self.kind
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(&self.body)?;
        stream.shutdown(Shutdown::Write)
    }
}

/// What was arranged for a path.
fn prepared(shared: &Shared, target: &str) -> Option<Response> {
    let path = relative(shared, target)?;
    let mut state = shared.state();
    let answer = state.answers.get(&path).cloned()?;
    if matches!(answer, Answer::Held) {
        state.held.push(path.clone());
        while !state.released && !state.stopping {
            state = shared.change.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
    drop(state);
    Some(match answer {
        Answer::Status(status) => Response::new(status, "text/plain; charset=utf-8", b"no\n".to_vec()),
        Answer::Page => Response::new(200, HTML, b"<!doctype html><title>Sign in</title><p>Sign in".to_vec()),
        Answer::Empty => Response::new(200, "application/json", Vec::new()),
        Answer::HangUp => Response { silent: true, ..Response::new(200, HTML, Vec::new()) },
        Answer::Bytes(bytes, kind) => Response::new(200, kind, bytes),
        Answer::Redirect(location) => Response { location: Some(location), ..Response::new(302, HTML, Vec::new()) },
        Answer::Held => from_folder(shared, target),
        Answer::Truncated => {
            let whole = from_folder(shared, target);
            let length = whole.body.len();
            let half = whole.body.into_iter().take(length / 2).collect();
            Response { body: half, length: Some(length), ..Response::new(whole.status, &whole.kind, Vec::new()) }
        }
    })
}

/// The path below the base, without query; `None` for what is outside of it.
fn relative(shared: &Shared, target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix(&shared.base).map(str::to_owned)
}

/// As a static host does: a directory's `index.html`, and 404.html for what is not there.
fn from_folder(shared: &Shared, target: &str) -> Response {
    let folder = shared.state().folder.clone();
    let missing = || {
        let page = std::fs::read(folder.join("404.html")).unwrap_or_default();
        Response::new(404, HTML, page)
    };
    let Some(path) = relative(shared, target) else { return missing() };
    if path == FIRST {
        return Response::new(200, "text/javascript", shared.state().first.clone().into_bytes());
    }
    if path.split('/').any(|part| part == "..") {
        return missing();
    }
    let mut file = folder.join(&path);
    if file.is_dir() {
        if !path.is_empty() && !path.ends_with('/') {
            let location = format!("{}{path}/", shared.base);
            return Response { location: Some(location), ..Response::new(301, HTML, Vec::new()) };
        }
        file = file.join("index.html");
    }
    std::fs::read(&file).map_or_else(|_| missing(), |body| Response::new(200, kind(&file), body))
}

/// Puts what runs first before all else in a page whose policy allows it.
fn with_first(shared: &Shared, body: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&body);
    if !text.contains("script-src 'self'") {
        return body;
    }
    text.replacen("<head>", &format!("<head><script src=\"{}{FIRST}\"></script>", shared.base), 1).into_bytes()
}

const FIRST: &str = "first.js";

/// Keeps complaints where the next page of the tab finds them.
const WATCHER_SCRIPT: &str = "{ const keep = (...words) => { \
    const kept = JSON.parse(sessionStorage.getItem('complaints') ?? '[]'); \
    sessionStorage.setItem('complaints', JSON.stringify([...kept, words.map(String).join(' ')])); }; \
    addEventListener('error', (event) => keep(event.message, event.filename, event.lineno)); \
    addEventListener('unhandledrejection', (event) => keep('unhandled', event.reason)); \
    addEventListener('securitypolicyviolation', (event) => keep(event.violatedDirective, event.blockedURI, event.sample)); \
    console.error = console.warn = keep; }";

const HTML: &str = "text/html; charset=utf-8";

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => HTML,
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
