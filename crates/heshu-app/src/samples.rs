//! Two reports to try the page with.

/// A report that comes with the page. Its text is loaded when it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// 新源县 2024, copied from a PDF as it came.
    Xinyuan,
    /// 伊宁市 2024, from a web page.
    Yining,
}

/// What a sample's text is known by without being in the module.
type Mark = (usize, u64);
const XINYUAN: Mark = mark(include_bytes!("../../../www/samples/xinyuan-2024.raw.txt"));
const YINING: Mark = mark(include_bytes!("../../../www/samples/yining-2024.txt"));

impl Sample {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Xinyuan, Self::Yining];

    /// Its name in links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xinyuan => "xinyuan",
            Self::Yining => "yining",
        }
    }

    /// The file of its text, as `xtask/src/lazy.rs` names it.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Xinyuan => "xinyuan.txt",
            Self::Yining => "yining.txt",
        }
    }

    /// Whether a text is this sample's.
    pub fn is(self, text: &str) -> bool {
        let (length, hash) = match self {
            Self::Xinyuan => XINYUAN,
            Self::Yining => YINING,
        };
        text.len() == length && mark(text.as_bytes()).1 == hash
    }

    /// The sample of a name, as links name it.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sample| sample.id() == id)
    }
}

/// Length and FNV-1a hash.
const fn mark(text: &[u8]) -> Mark {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < text.len() {
        hash = (hash ^ text[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    (text.len(), hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_known_by_its_text_alone() {
        let text = include_str!("../../../www/samples/yining-2024.txt");
        assert!(Sample::Yining.is(text) && !Sample::Xinyuan.is(text));
        assert!(!Sample::Yining.is(&text.replacen('2', "3", 1)));
    }
}
