//! WebAssembly read as far as the build has to change it.

use anyhow::{Context, Result, bail, ensure};
use std::ops::Range;

/// A section of a module.
pub struct Section<'a> {
    /// What it holds.
    pub id: u8,
    /// Only custom sections have one.
    pub name: &'a str,
    /// With its head.
    pub whole: Range<usize>,
    /// Behind its name.
    pub content: Range<usize>,
}

/// All sections, in their order.
pub fn sections(module: &[u8]) -> Result<Vec<Section<'_>>> {
    ensure!(module.starts_with(b"\0asm\x01\0\0\0"), "this is no WebAssembly");
    let mut reader = Reader { bytes: module, at: 8 };
    let mut all = Vec::new();
    while reader.at < module.len() {
        let start = reader.at;
        let id = reader.byte()?;
        let length = reader.number()?;
        let end = reader.at + length;
        let name = if id == 0 { reader.name()? } else { "" };
        all.push(Section { id, name, whole: start..end, content: reader.at..end });
        reader.at = end;
    }
    Ok(all)
}

/// The one section of a kind.
pub fn section(module: &[u8], id: u8) -> Result<Option<Section<'_>>> {
    Ok(sections(module)?.into_iter().find(|section| section.id == id))
}

/// Reads a module from its start on.
pub struct Reader<'a> {
    /// The module, to where reading has to end.
    pub bytes: &'a [u8],
    /// How far it was read.
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// One byte.
    pub fn byte(&mut self) -> Result<u8> {
        let byte = self.bytes.get(self.at).copied().context("the module ends too early")?;
        self.at += 1;
        Ok(byte)
    }

    /// A number in LEB128. Of negative ones only the length is right.
    pub fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
    }

    /// A name, which stands behind its length.
    pub fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        let name = self.bytes.get(self.at..self.at + length).context("the module ends too early")?;
        self.at += length;
        Ok(std::str::from_utf8(name)?)
    }

    /// Passes what is imported under a name; says whether it is a function.
    pub fn import(&mut self) -> Result<bool> {
        let kind = self.byte()?;
        match kind {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => self.at += 2,
            kind => bail!("an import of kind {kind}"),
        }
        Ok(kind == 0)
    }

    fn limits(&mut self) -> Result<()> {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Ok(())
    }
}

/// Writes a number as [`Reader::number`] reads it.
pub fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
