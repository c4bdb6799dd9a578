//! What a link holds, other than a sample.

use crate::brief;
use crate::browser::share::{self, Fragment};
use crate::report::Shared;
use crate::state::{Action, Message, Notice, View};

/// What is to be done for a link.
pub async fn open(hash: &str, view: View) -> Action {
    let opened = match share::fragment(hash) {
        Fragment::Packed(packed) => share::unpack(packed).await.map(|text| Action::Open(text.into(), view)),
        Fragment::Results(packed) => results(packed).await.map(|report| Action::Results(report, view)),
        Fragment::Future => Some(Action::Say(Notice::new(Message::Future))),
        Fragment::None | Fragment::Sample(_) => None,
    };
    opened.unwrap_or(Action::Say(Notice::new(Message::Link)))
}

async fn results(packed: &str) -> Option<Shared> {
    let results = brief::read(&share::unpack(packed).await?)?;
    Shared::arrange("".into(), results, Vec::new(), async || true).await
}
