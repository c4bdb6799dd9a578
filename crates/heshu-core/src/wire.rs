//! An analysis as bytes, to be handed from one worker of a browser to another: exact, compact, and readable in
//! pieces. Both sides are always of one build: the form is no contract and may change with every version.

use crate::model::Analysis;
use postcard::take_from_bytes;
use serde::de::DeserializeOwned;

/// The bytes are not those of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Writes an analysis.
pub fn encode(analysis: &Analysis) -> Vec<u8> {
    // Writing to memory does not fail.
    postcard::to_allocvec(analysis).unwrap_or_default()
}

/// Writes anything else that goes between workers.
pub fn pack<T: serde::Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Bytes that pass as they are: as a list they would be written and read one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Bytes(#[serde(with = "bytes")] pub Vec<u8>);

/// The same for a field.
pub(crate) mod bytes {
    use serde::de::{Deserializer, Error, Visitor};
    use serde::ser::Serializer;
    use std::fmt;

    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        from.deserialize_byte_buf(Taken)
    }

    struct Taken;

    impl Visitor<'_> for Taken {
        type Value = Vec<u8>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }
    }
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// [`Damaged`] where the bytes are something else.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Damaged> {
    postcard::from_bytes(bytes).map_err(|_| Damaged)
}

/// Reads what [`encode`] wrote, all at once.
///
/// # Errors
/// [`Damaged`] where the bytes are something else.
pub fn decode(bytes: Vec<u8>) -> Result<Analysis, Damaged> {
    let mut decoder = Decoder::new(bytes)?;
    while !decoder.step(usize::MAX)? {}
    Ok(decoder.finish())
}

/// Reads what [`encode`] wrote a piece at a time, so that a page can answer in between.
#[derive(Debug)]
pub struct Decoder {
    bytes: Vec<u8>,
    at: usize,
    list: List,
    /// Entries of the list that are still to come; none before its length is read.
    left: Option<usize>,
    analysis: Analysis,
}

/// The lists of an analysis, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Repairs,
    Sections,
    Observations,
    Commitments,
    Checks,
    Unchecked,
    End,
}

impl Decoder {
    /// Takes the bytes and reads what stands before the lists.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Damaged> {
        let mut at = 0;
        let analysis = Analysis {
            schema: take(&bytes, &mut at)?,
            document: take(&bytes, &mut at)?,
            text: take(&bytes, &mut at)?,
            ..Analysis::default()
        };
        Ok(Self { bytes, at, list: List::Repairs, left: None, analysis })
    }

    /// Reads up to so many entries more; says whether that was all.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    pub fn step(&mut self, entries: usize) -> Result<bool, Damaged> {
        let (bytes, at, left, analysis) = (&self.bytes, &mut self.at, &mut self.left, &mut self.analysis);
        let done = match self.list {
            List::Repairs => extend(&mut analysis.repairs, bytes, at, left, entries)?,
            List::Sections => extend(&mut analysis.sections, bytes, at, left, entries)?,
            List::Observations => extend(&mut analysis.observations, bytes, at, left, entries)?,
            List::Commitments => extend(&mut analysis.commitments, bytes, at, left, entries)?,
            List::Checks => extend(&mut analysis.checks, bytes, at, left, entries)?,
            List::Unchecked => extend(&mut analysis.unchecked, bytes, at, left, entries)?,
            List::End => return if *at == bytes.len() { Ok(true) } else { Err(Damaged) },
        };
        if done {
            self.list = match self.list {
                List::Repairs => List::Sections,
                List::Sections => List::Observations,
                List::Observations => List::Commitments,
                List::Commitments => List::Checks,
                List::Checks => List::Unchecked,
                List::Unchecked | List::End => List::End,
            };
            self.left = None;
        }
        Ok(false)
    }

    /// What has been read: all of it once [`Self::step`] has said so.
    pub fn finish(self) -> Analysis {
        self.analysis
    }
}

/// Reads up to so many entries of a list; says whether it is at its end.
fn extend<T: DeserializeOwned>(
    list: &mut Vec<T>,
    bytes: &[u8],
    at: &mut usize,
    left: &mut Option<usize>,
    entries: usize,
) -> Result<bool, Damaged> {
    let left = match left {
        Some(left) => left,
        None => {
            let length: usize = take(bytes, at)?;
            // One growth instead of many; an entry has at least a few bytes.
            list.try_reserve_exact(length.min(bytes.len() / 4)).map_err(|_| Damaged)?;
            left.insert(length)
        }
    };
    for _ in 0..entries {
        let Some(less) = left.checked_sub(1) else { return Ok(true) };
        list.push(take(bytes, at)?);
        *left = less;
    }
    Ok(*left == 0)
}

fn take<T: DeserializeOwned>(bytes: &[u8], at: &mut usize) -> Result<T, Damaged> {
    let rest = bytes.get(*at..).ok_or(Damaged)?;
    let (value, rest) = take_from_bytes(rest).map_err(|_| Damaged)?;
    *at = bytes.len() - rest.len();
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    const TEXT: &str = "政府工作报告\n一、2023年工作回顾\n2023年，全县地区生产总值137.46亿元、增长8.4%，粮食产量14.50万吨。\n\
        二、2024年预期目标\n地区生产总值增长8.5%左右，达到152.11亿元。办好民生实事：1.新建学校3—5所。";

    #[test]
    fn an_analysis_comes_back_whole_or_in_pieces() {
        let analysis = analyze(TEXT, &Options::default());
        assert!(analysis.observations.len() > 3 && !analysis.checks.is_empty());
        let bytes = encode(&analysis);
        assert_eq!(decode(bytes.clone()), Ok(analysis.clone()));
        let mut decoder = Decoder::new(bytes).unwrap();
        let mut steps = 1;
        while !decoder.step(1).unwrap() {
            steps += 1;
        }
        assert!(steps > analysis.observations.len());
        assert_eq!(decoder.finish(), analysis);
    }

    #[test]
    fn bytes_that_were_cut_or_grew_are_refused() {
        let bytes = encode(&analyze(TEXT, &Options::default()));
        for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(decode(bytes[..length].to_owned()), Err(Damaged), "{length}");
        }
        assert_eq!(decode([bytes, vec![0]].concat()), Err(Damaged));
    }
}
