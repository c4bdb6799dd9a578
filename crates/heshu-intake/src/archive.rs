//! ZIP archives of reports.

use crate::arrival::refusal;
use crate::limits::Budget;
use crate::package::Package;
use crate::{Error, Format, Found, Note, one, sniff};

/// Reads every document of an archive and of archives in it, or the one under the path `inside`.
pub(crate) fn read(bytes: &[u8], inside: Option<&str>, budget: &mut Budget<'_>) -> Result<Found, Error> {
    let mut found = Found::default();
    let wanted = |name: &str| {
        inside.is_none_or(|path| {
            path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    gather(bytes, "", &wanted, budget, 0, &mut found)?;
    found.notes = budget.take_notes();
    if found.documents.is_empty() {
        return Err(match found.failed.as_slice() {
            [(_, only)] => only.clone(),
            // What a password opens may be what was wanted.
            failed => {
                let locked = failed.iter().find(|(_, error)| refusal(error).wants_password().is_some());
                locked.map_or(Error::NothingInside, |(_, error)| error.clone())
            }
        });
    }
    Ok(found)
}

fn gather(
    bytes: &[u8],
    folder: &str,
    wanted: &dyn Fn(&str) -> bool,
    budget: &mut Budget<'_>,
    depth: usize,
    found: &mut Found,
) -> Result<(), Error> {
    if depth >= budget.limits.depth {
        return Err(Error::TooDeep);
    }
    let mut package = Package::open(bytes, Format::Zip)?;
    let mut archive_notes = Vec::new();
    for index in 0..package.len() {
        if budget.check_time() {
            break;
        }
        let Some(path) = package.title(index) else { continue };
        let name = format!("{folder}{path}");
        if is_litter(&path) || !wanted(&name) {
            continue;
        }
        if found.documents.len() + found.failed.len() >= budget.limits.documents {
            archive_notes.push(Note::Documents(budget.limits.documents));
            break;
        }
        if budget.left() == 0 {
            archive_notes.push(Note::Decoded);
            break;
        }
        let read = package.entry(index, budget).and_then(|content| match sniff::sniff(&content, budget)? {
            Format::Zip => {
                gather(&content, &format!("{name}/"), wanted, budget, depth + 1, found).map(|()| None)
            }
            format => one(&content, &name, format, budget).map(Some),
        });
        match read {
            Ok(document) => found.documents.extend(document),
            Err(error) => {
                archive_notes.extend(budget.take_notes());
                found.failed.push((name, error));
            }
        }
        budget.watch.progress(index + 1, package.len());
    }
    archive_notes.into_iter().for_each(|note| budget.note(note));
    Ok(())
}

/// What operating systems leave in archives.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    path.starts_with("__MACOSX/") || name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db"
}
