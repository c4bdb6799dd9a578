//! An analysis as bytes, to be handed from one worker of a browser to another: exact, compact, and readable in
//! pieces. Both sides are always of one build: the form is no contract and may change with every version.

use crate::checks::Audit;
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

/// What may be long, and is read a piece at a time: its lists, and what stands before them.
pub trait Lists: Default {
    /// Reads what stands before the lists.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    fn begin(&mut self, _rest: &mut Rest) -> Result<(), Damaged> {
        Ok(())
    }

    /// Reads up to so many entries more of the list at that place; says whether it is at its end. None where there is no
    /// such list.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    fn extend(&mut self, list: usize, rest: &mut Rest, entries: usize) -> Result<Option<bool>, Damaged>;
}

impl Lists for Analysis {
    fn begin(&mut self, rest: &mut Rest) -> Result<(), Damaged> {
        self.schema = rest.take()?;
        self.document = rest.take()?;
        self.text = rest.take()?;
        Ok(())
    }

    fn extend(&mut self, list: usize, rest: &mut Rest, entries: usize) -> Result<Option<bool>, Damaged> {
        Ok(Some(match list {
            0 => rest.extend(&mut self.repairs, entries)?,
            1 => rest.extend(&mut self.sections, entries)?,
            2 => rest.extend(&mut self.observations, entries)?,
            3 => rest.extend(&mut self.commitments, entries)?,
            4 => rest.extend(&mut self.checks, entries)?,
            5 => rest.extend(&mut self.unchecked, entries)?,
            _ => return Ok(None),
        }))
    }
}

impl Lists for Audit {
    fn extend(&mut self, list: usize, rest: &mut Rest, entries: usize) -> Result<Option<bool>, Damaged> {
        Ok(Some(match list {
            0 => rest.extend(&mut self.checks, entries)?,
            1 => rest.extend(&mut self.unchecked, entries)?,
            _ => return Ok(None),
        }))
    }
}

/// Reads an analysis that [`encode`] wrote, or an audit that [`pack`] wrote, a piece at a time, so that a page can answer in
/// between.
#[derive(Debug)]
pub struct Decoder<T> {
    rest: Rest,
    list: usize,
    value: T,
}

impl<T: Lists> Decoder<T> {
    /// Takes the bytes and reads what stands before the lists.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Damaged> {
        let mut rest = Rest { bytes, at: 0, left: None };
        let mut value = T::default();
        value.begin(&mut rest)?;
        Ok(Self { rest, list: 0, value })
    }

    /// Reads up to so many entries more; says whether that was all.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    pub fn step(&mut self, entries: usize) -> Result<bool, Damaged> {
        match self.value.extend(self.list, &mut self.rest, entries)? {
            Some(ends) => {
                self.list += usize::from(ends);
                Ok(false)
            }
            None if self.rest.at == self.rest.bytes.len() => Ok(true),
            None => Err(Damaged),
        }
    }

    /// What has been read: all of it once [`Self::step`] has said so.
    pub fn finish(self) -> T {
        self.value
    }
}

/// What is still to be read.
#[derive(Debug)]
pub struct Rest {
    bytes: Vec<u8>,
    at: usize,
    /// Entries of the list that are still to come; none before its length is read.
    left: Option<usize>,
}

impl Rest {
    /// Reads up to so many entries of a list; says whether it is at its end.
    fn extend<T: DeserializeOwned>(&mut self, list: &mut Vec<T>, entries: usize) -> Result<bool, Damaged> {
        let mut left = match self.left {
            Some(left) => left,
            None => {
                let length: usize = self.take()?;
                // One growth instead of many; an entry has at least a few bytes.
                list.try_reserve_exact(length.min(self.bytes.len() / 4)).map_err(|_| Damaged)?;
                length
            }
        };
        for _ in 0..entries.min(left) {
            list.push(self.take()?);
            left -= 1;
        }
        self.left = (left > 0).then_some(left);
        Ok(left == 0)
    }

    fn take<T: DeserializeOwned>(&mut self) -> Result<T, Damaged> {
        let rest = self.bytes.get(self.at..).ok_or(Damaged)?;
        let (value, rest) = take_from_bytes(rest).map_err(|_| Damaged)?;
        self.at = self.bytes.len() - rest.len();
        Ok(value)
    }
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
        let mut decoder = Decoder::<Analysis>::new(bytes).unwrap();
        let mut steps = 1;
        while !decoder.step(1).unwrap() {
            steps += 1;
        }
        assert!(steps > analysis.observations.len());
        assert_eq!(decoder.finish(), analysis);
    }

    #[test]
    fn an_audit_comes_back_in_pieces() {
        let audit = Audit::of(&mut analyze(TEXT, &Options::default()));
        let mut decoder = Decoder::<Audit>::new(pack(&audit)).unwrap();
        let mut steps = 1;
        while !decoder.step(1).unwrap() {
            steps += 1;
        }
        assert!(steps > audit.checks.len() && !audit.checks.is_empty());
        assert_eq!(decoder.finish(), audit);
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
