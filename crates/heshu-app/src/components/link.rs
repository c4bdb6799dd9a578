//! What a link of results holds.

use crate::brief;
use crate::browser::share::{self, Fragment};
use crate::report::Shared;
use crate::state::{Action, Message, Notice, View};
use heshu_core::checks::Audit;

/// What is to be done for a link of results.
pub async fn open(hash: &str, view: View) -> Action {
    let opened = match share::fragment(hash) {
        Fragment::Results(packed) => results(packed).await,
        _ => None,
    };
    opened.map_or(Action::Say(Notice::new(Message::Link)), |report| Action::Results(report, view))
}

async fn results(packed: &str) -> Option<Shared> {
    let mut results = brief::read(&share::unpack(packed).await?)?;
    let audit = Audit::of(&mut results);
    Some(Shared::arrange("".into(), results, Vec::new(), async || true).await?.audited(audit))
}
