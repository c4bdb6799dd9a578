//! Comparing a result with the one in the repository.
#![allow(dead_code, clippy::panic, clippy::unwrap_used)]

use std::path::{Path, PathBuf};

/// The top of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Fails unless the file holds just `now`. With `UPDATE_SNAPSHOTS=1` it writes the file instead, for a look at the
/// difference in version control.
pub fn compare(file: &Path, now: &str) {
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        return std::fs::write(file, now).unwrap();
    }
    let name = file.file_name().unwrap().to_string_lossy();
    let stored = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    if stored == now {
        return;
    }
    let (old, new): (Vec<_>, Vec<_>) = (stored.lines().collect(), now.lines().collect());
    let first = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let line = |lines: &[&str]| lines.get(first).map_or("(end)".to_owned(), |line| line.to_string());
    panic!(
        "{name} differs from line {} on ({} lines stored, {} now):\n  stored: {}\n  now:    {}\n\
         Where the new one is right, run the test again with UPDATE_SNAPSHOTS=1 and look at the difference.",
        first + 1,
        old.len(),
        new.len(),
        line(&old),
        line(&new),
    );
}
