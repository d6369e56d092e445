//! Runs every test in every engine, the engines side by side, and tells how it went.

use crate::engine::{Driver, Engine, Scheme};
use crate::journeys::JOURNEYS;
use crate::page::Page;
use crate::server::Server;
use crate::{Failure, Told, shots, site};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::task::LocalSet;

/// The viewport of every test that asks for no other, in CSS pixels.
const DESKTOP: (u32, u32) = (1280, 900);
/// A browser that does not answer within this is gone.
const LIVELY: Duration = Duration::from_secs(10);
/// How often a test is begun before it counts as failed, where the browser itself is lost; a test that fails in a
/// browser that lives has failed. What was lost is told at the end all the same.
const TRIES: usize = 2;
/// A test that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(180);
/// And one that starts a browser many times, or looks at the page in all its states.
const LONG_LIMIT: Duration = Duration::from_secs(600);

pub type Journey = fn(Page) -> Pin<Box<dyn Future<Output = Told>>>;

/// A journey by name, and what it takes.
pub struct Test {
    pub name: &'static str,
    pub journey: Journey,
    pub scheme: Scheme,
    /// Whether the console must stay empty; it fills where the server is made to fail.
    pub quiet: bool,
    /// How long it may take.
    pub limit: Duration,
}

impl Test {
    pub const fn new(name: &'static str, journey: Journey) -> Self {
        Self { name, journey, scheme: Scheme::Light, quiet: true, limit: LIMIT }
    }

    pub const fn dark(self) -> Self {
        Self { scheme: Scheme::Dark, ..self }
    }

    pub const fn long(self) -> Self {
        Self { limit: LONG_LIMIT, ..self }
    }

    pub const fn loud(self) -> Self {
        Self { quiet: false, ..self }
    }
}

#[derive(Default)]
struct Count {
    passed: usize,
    failed: usize,
    skipped: usize,
    /// What went wrong, told again at the end: a log may be cut before it.
    wrong: Vec<String>,
}

impl Count {
    fn add(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.skipped += more.skipped;
        self.wrong.extend(more.wrong);
    }
}

pub fn run() -> ExitCode {
    // A browser waits more than it works, so that two cores are enough for three.
    let engines = Engine::ALL.into_iter().filter(|engine| chosen(*engine));
    let threads: Vec<_> = engines.map(|engine| std::thread::spawn(move || in_engine(engine))).collect();
    let mut total = Count::default();
    for thread in threads {
        total.add(thread.join().unwrap_or(Count { failed: 1, ..Count::default() }));
    }
    for wrong in &total.wrong {
        println!("{wrong}");
    }
    println!("{} passed, {} failed, {} skipped", total.passed, total.failed, total.skipped);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn chosen(engine: Engine) -> bool {
    let Ok(names) = std::env::var("SIYAQ_ENGINES") else { return true };
    names.split(',').any(|name| name.trim() == engine.name())
}

fn tests() -> Vec<&'static Test> {
    let filter = std::env::var("SIYAQ_TEST").unwrap_or_default();
    JOURNEYS.iter().filter(|test| test.name.contains(&filter)).collect()
}

fn in_engine(engine: Engine) -> Count {
    let name = engine.name();
    let tests = tests();
    if let Err(why) = engine.installed() {
        let wanted = std::env::var_os("CI").is_some() || std::env::var_os("SIYAQ_ALL_ENGINES").is_some();
        println!("{name} {}: {why}", if wanted { "FAILED" } else { "skipped" });
        let (failed, skipped) = if wanted { (tests.len(), 0) } else { (0, tests.len()) };
        return Count { failed, skipped, ..Count::default() };
    }
    let mut count = Count::default();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let tests: Vec<_> = tests.iter().copied().filter(|test| test.scheme == scheme).collect();
        let shots = std::env::var_os("SIYAQ_SHOTS");
        if tests.is_empty() && shots.is_none() {
            continue;
        }
        let done = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::from).and_then(
            |runtime| {
                LocalSet::new().block_on(&runtime, async {
                    match &shots {
                        Some(directory) => pictures(engine, scheme, Path::new(directory)).await,
                        None => session(engine, scheme, &tests).await,
                    }
                })
            },
        );
        match done {
            Ok(more) => count.add(more),
            Err(Failure(why)) => {
                count.failed += tests.len().max(1);
                count.wrong.push(format!("{name} FAILED to start: {why}"));
            }
        }
    }
    count
}

/// A session of a driver that listens.
pub async fn connect(driver: &Driver) -> Told<Client> {
    let address = format!("http://127.0.0.1:{}", driver.port);
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(driver.capabilities.clone()).connect(&address).await;
    client.map_err(|why| Failure(format!("no session: {why:?}")))
}

/// A browser with its driver.
struct Session {
    client: Client,
    _driver: Driver,
    scheme: Scheme,
    engine: Engine,
}

impl Session {
    async fn start(engine: Engine, scheme: Scheme) -> Told<Self> {
        let driver = Driver::start(engine, scheme)?;
        let client = connect(&driver).await?;
        Ok(Self { client, _driver: driver, scheme, engine })
    }

    /// A new tab, the only one, on a site of its own: another port is another origin, so nothing is left in it of
    /// what came before.
    async fn page(&self) -> Told<Page> {
        let page = Page {
            client: self.client.clone(),
            engine: self.engine,
            scheme: self.scheme,
            site: Rc::new(Server::start(&site::folder(), "/")?),
        };
        if self.engine == Engine::WebKit {
            page.site.watch();
        }
        page.leave_for_a_new_tab().await?;
        page.resize(DESKTOP.0, DESKTOP.1).await?;
        Ok(page)
    }

    async fn is_alive(&self) -> bool {
        matches!(tokio::time::timeout(LIVELY, self.client.windows()).await, Ok(Ok(_)))
    }

    async fn end(self) {
        let _ = tokio::time::timeout(LIVELY, self.client.close()).await;
    }
}

async fn pictures(engine: Engine, scheme: Scheme, directory: &Path) -> Told<Count> {
    std::fs::create_dir_all(directory)?;
    let session = Session::start(engine, scheme).await?;
    let count = match session.page().await {
        Ok(page) => shots::take(&page, directory).await,
        Err(why) => Err(why),
    };
    session.end().await;
    println!("{} {scheme:?}: {} pictures in {}", engine.name(), count?, directory.display());
    Ok(Count { passed: 1, ..Count::default() })
}

async fn session(engine: Engine, scheme: Scheme, tests: &[&Test]) -> Told<Count> {
    let mut count = Count::default();
    let mut session = Session::start(engine, scheme).await?;
    for test in tests {
        let mut tries = 0;
        loop {
            if !session.is_alive().await {
                session.end().await;
                session = Session::start(engine, scheme).await?;
            }
            tries += 1;
            let began = Instant::now();
            let told = one(&session, test).await;
            let what = format!("{} {} …", engine.name(), test.name);
            let seconds = began.elapsed().as_secs_f32();
            let Err(Failure(why)) = told else {
                println!("{what} ok ({seconds:.1} s)");
                count.passed += 1;
                break;
            };
            let has_failed = tries == TRIES || session.is_alive().await;
            let how = if has_failed { "FAILED" } else { "lost its browser" };
            println!("{what} {how} ({seconds:.1} s)\n{}", indented(&why));
            count.wrong.push(format!("{what} {how}\n{}", indented(&why)));
            session.end().await;
            session = Session::start(engine, scheme).await?;
            if has_failed {
                count.failed += 1;
                break;
            }
        }
    }
    session.end().await;
    Ok(count)
}

fn indented(text: &str) -> String {
    format!("    {}\n", text.replace('\n', "\n    "))
}

async fn one(session: &Session, test: &Test) -> Told {
    let page = session.page().await?;
    // What the test before has left, where its errors were meant.
    page.complaints().await?;
    let running = tokio::task::spawn_local((test.journey)(page.clone()));
    let abort = running.abort_handle();
    let mut outcome = match tokio::time::timeout(test.limit, running).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(Failure(words_of(panic))),
        Err(_) => Err(Failure(format!("took longer than {} s", test.limit.as_secs()))),
    };
    abort.abort();
    if outcome.is_ok() && test.quiet {
        let complaints = page.complaints().await?;
        if !complaints.is_empty() {
            outcome = Err(Failure("the console is not empty".into()));
            return outcome.map_err(|Failure(why)| Failure(format!("{why}\n{}", complaints.join("\n"))));
        }
    }
    match outcome {
        Ok(()) => Ok(()),
        Err(Failure(why)) => Err(Failure(format!("{why}\n{}", evidence(&page, test.name).await))),
    }
}

/// What a test that panicked has said.
fn words_of(panic: tokio::task::JoinError) -> String {
    let Ok(payload) = panic.try_into_panic() else { return "was cancelled".into() };
    let words = payload.downcast_ref::<String>().cloned();
    words.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_else(|| "panicked".into())
}

/// The page as it was when a test failed: its address, its console, what it asked for, and a picture.
async fn evidence(page: &Page, name: &str) -> String {
    let collect = async {
        let mut lines = Vec::new();
        if let Ok(address) = page.client.current_url().await {
            lines.push(format!("at {address}"));
        }
        lines.extend(page.complaints().await.unwrap_or_default().into_iter().map(|line| format!("console: {line}")));
        let file = crate::results().join(format!("{}-{}.png", page.engine.name(), name.replace("::", "-")));
        if let Ok(picture) = page.picture(false).await
            && std::fs::write(&file, picture).is_ok()
        {
            lines.push(format!("picture: {}", file.display()));
        }
        lines.join("\n")
    };
    tokio::time::timeout(LIVELY, collect).await.unwrap_or_else(|_| "the browser does not answer".into())
}
