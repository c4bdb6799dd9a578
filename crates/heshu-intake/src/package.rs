//! Files that are ZIP archives of parts: DOCX, OFD, and archives themselves.

use crate::limits::Budget;
use crate::{Error, Format, Note};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An opened archive.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    /// Paths are compared as their writers treat them: case and the kind of slash do not count.
    paths: HashMap<String, usize>,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// [`Error::Damaged`] where its list of parts cannot be found, as in a file that is cut off.
    pub fn open(bytes: &'a [u8], format: Format) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::Damaged(format))?;
        let mut paths = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                paths.entry(folded(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, format, paths })
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.archive.len()
    }

    /// The path of an entry as its maker wrote it: Windows writes GBK without saying so.
    pub fn title(&mut self, index: usize) -> Option<String> {
        let entry = self.archive.by_index_raw(index).ok()?;
        if entry.is_dir() {
            return None;
        }
        let raw = entry.name_raw();
        Some(match std::str::from_utf8(raw) {
            Ok(name) => name.to_owned(),
            Err(_) => encoding_rs::GB18030.decode_without_bom_handling(raw).0.into_owned(),
        })
    }

    /// Whether there is a part of this path.
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    fn find(&self, path: &str) -> Option<usize> {
        self.paths.get(&folded(path)).copied()
    }

    /// The content of a part; none where there is no such part.
    ///
    /// # Errors
    /// [`Error::Locked`] where it is encrypted.
    pub fn part(&mut self, path: &str, budget: &mut Budget<'_>) -> Result<Option<Vec<u8>>, Error> {
        match self.find(path) {
            Some(index) => self.entry(index, budget).map(Some),
            None => Ok(None),
        }
    }

    /// The content of an entry, as far as limits and damage let it be read.
    ///
    /// # Errors
    /// [`Error::Locked`] where it is encrypted, [`Error::Damaged`] where nothing of it can be read.
    pub fn entry(&mut self, index: usize, budget: &mut Budget<'_>) -> Result<Vec<u8>, Error> {
        let damaged = Error::Damaged(self.format);
        if self.archive.by_index_raw(index).is_ok_and(|entry| entry.encrypted()) {
            return Err(Error::Locked);
        }
        let entry = self.archive.by_index(index).map_err(|_| damaged.clone())?;
        let left = budget.left();
        let mut content = Vec::new();
        // The size that the archive states may be a lie, so nothing is reserved by it.
        let read = entry.take(left as u64 + 1).read_to_end(&mut content);
        if content.len() > left {
            content.truncate(left);
            budget.note(Note::Decoded);
        } else if read.is_err() {
            if content.is_empty() {
                return Err(damaged);
            }
            budget.note(Note::Damaged);
        }
        budget.spend(content.len());
        Ok(content)
    }
}

fn folded(path: &str) -> String {
    path.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}
