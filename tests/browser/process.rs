//! Programs that a test starts, and that end with it.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

/// A program that ends, with all that it started, when this is dropped. It stays in the test's own process
/// group, so that an interrupt at the terminal reaches it too.
pub struct Program {
    child: Child,
    /// What the program has written, both streams.
    pub log: PathBuf,
}

impl Program {
    /// Starts the program with its output in the file `log`.
    pub fn start(mut command: Command, log: &Path) -> io::Result<Self> {
        if let Some(directory) = log.parent() {
            fs::create_dir_all(directory)?;
        }
        let file = File::create(log)?;
        command.stdin(Stdio::null()).stderr(file.try_clone()?).stdout(file);
        Ok(Self { child: command.spawn()?, log: log.to_owned() })
    }

    /// Whether it runs still.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind, so the tree is walked and each in it ended by its id.
        let ids = tree(self.child.id());
        let _ = Command::new("kill").arg("-KILL").args(ids.iter().map(u32::to_string)).stderr(Stdio::null()).status();
        let _ = self.child.wait();
        // Those that are no children of ours hold their files until they are gone.
        await_until(DYING, || ids.iter().all(|id| has_ended(*id)));
    }
}

/// How long a killed process may take to be gone.
const DYING: Duration = Duration::from_secs(10);

/// How long between two looks.
const GLANCE: Duration = Duration::from_millis(10);

/// Waits for what tells nobody that it has come, no longer than `limit`.
pub fn await_until(limit: Duration, mut has_come: impl FnMut() -> bool) {
    let deadline = Instant::now() + limit;
    while !has_come() && Instant::now() < deadline {
        thread::sleep(GLANCE);
    }
}

/// Whether a process is gone, or is nothing any more but what its parent has not asked after.
fn has_ended(id: u32) -> bool {
    let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { return true };
    stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with(['Z', 'X']))
}

/// A process and all that descend from it, leaves last; where there is no /proc, the process alone.
fn tree(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        // The name, in parentheses, may hold anything; after it come the state and the parent.
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        children.entry(parent.unwrap_or(0)).or_default().push(id);
    }
    let mut all = vec![root];
    let mut next = 0;
    while let Some(id) = all.get(next) {
        all.extend(children.remove(id).unwrap_or_default());
        next += 1;
    }
    all
}

/// The first of these programs that is on PATH, or where `tools/setup` keeps what it compiles.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| directories().iter().map(|directory| directory.join(name)).find(|path| path.is_file()))
}

fn directories() -> &'static [PathBuf] {
    static DIRECTORIES: OnceLock<Vec<PathBuf>> = OnceLock::new();
    DIRECTORIES.get_or_init(|| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let cached = setup("path").unwrap_or_default();
        std::env::split_paths(&path).chain(std::env::split_paths(OsStr::new(&cached))).collect()
    })
}

/// What `tools/setup` answers to a question.
pub fn setup(question: &str) -> Option<String> {
    let output = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/setup")).arg(question).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
