//! Lists of words that a panel counts.

use crate::args::Request;
use crate::say::Trouble;
use heshu_core::views::word_lists;
use heshu_panel::panel::Words;

/// The lists that were asked for: ready ones by their ids, own ones from files. No two have one name in the columns.
pub fn lists(request: &Request) -> Result<Vec<Words>, Trouble> {
    let mut lists: Vec<Words> = Vec::new();
    for said in &request.words {
        let (name, words) = match word_lists().iter().find(|list| list.id == said) {
            Some(ready) => (ready.id.to_owned(), ready.words.to_owned()),
            None => {
                let words = std::fs::read_to_string(said)
                    .map_err(|error| Trouble::Unreadable { file: said.clone(), error })?;
                let stem = std::path::Path::new(said).file_stem().unwrap_or_default();
                (stem.to_string_lossy().into_owned(), words)
            }
        };
        // A name that columns cannot have is counted instead.
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
        let taken = |list: &Words| lists.iter().any(|other| other.id() == list.id());
        let mut list = Words::new(&name, &name, &words);
        if !plain || taken(&list) {
            list = Words::new(&format!("list{}", lists.len() + 1), &name, &words);
        }
        lists.push(list);
    }
    Ok(lists)
}
