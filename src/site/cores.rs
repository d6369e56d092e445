//! Work on many files, by all cores of the machine.

use super::Error;
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

/// Does `work` to each item, in no order: every core takes the next from a common pile. Ends with the first error of each
/// core.
pub fn each<T: Send>(
    items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> Result<(), Error> + Sync,
) -> Result<(), Error> {
    let pile = Mutex::new(items);
    let one_core = || {
        while let Some(item) = pile.lock().ok().and_then(|mut pile| pile.next()) {
            work(item)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(one_core)).collect();
        let panicked = |_| Err(Error::new("a core panicked over its work"));
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(panicked))
    })
}
