//! A module whose panics say nothing. Where it breaks it still stops at once; the sentences, which nobody reads, and the
//! code that puts them together are some kilobytes of every first visit.
//!
//! The functions that end in a panic become one `unreachable`, and what only they refer to is cut off from the module by
//! the relocations that the linker left (<https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>).

use crate::wasm::{Reader, Section, sections, write_number};
use anyhow::{Context, Result, ensure};
use std::collections::HashSet;
use std::ops::Range;

/// Parts of the names of functions that end in a panic: all parts of an entry must stand in a name.
const PANICS: &[&[&str]] = &[
    &["4core9panicking"],
    &["4core6option", "_failed"],
    &["4core6result13unwrap_failed"],
    &["4core5slice5index", "fail"],
    &["4core5slice", "len_mismatch_fail"],
    &["4core3str", "slice_error_fail"],
    &["4core4cell", "panic_already"],
    &["5alloc7raw_vec", "handle_error"],
    &["5alloc7raw_vec", "capacity_overflow"],
    &["handle_alloc_error"],
];

const CODE: u8 = 10;
/// A call's operand, and a constant that is an address.
const FUNCTION: u8 = 0;
const ADDRESS: u8 = 4;
/// How many bytes the linker leaves for a number that it may change.
const PADDED: usize = 5;

/// A place in the code that refers to a symbol.
struct Relocation {
    kind: u8,
    offset: usize,
    symbol: usize,
    /// As it stands in the section.
    bytes: Range<usize>,
}

/// Takes the panics' words out of a module that still has its relocations.
pub fn silence(module: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(module)?;
    let find = |wanted: &str| {
        let found = sections.iter().find(|s| s.name == wanted);
        found.with_context(|| format!("the module has no section {wanted}"))
    };
    let code = sections.iter().find(|s| s.id == CODE).context("the module has no code")?;
    let (panics, symbols) = panics(&module[..find("linking")?.content.end], find("linking")?.content.start)?;
    let imported = imported(module, &sections)?;
    let bodies = bodies(&module[..code.content.end], code.content.start)?;
    let mut out = module.to_owned();
    let mut silent: Vec<Range<usize>> = Vec::new();
    for function in &panics {
        let Some(body) = function.checked_sub(imported).and_then(|at| bodies.get(at)) else { continue };
        // No locals; unreachable, as often as there is room; the end.
        out[body.clone()].fill(0);
        out[body.end - 1] = 0x0b;
        silent.push(body.clone());
    }
    silent.sort_by_key(|body| body.start);
    let is_silent = |at: usize| {
        let next = silent.partition_point(|body| body.end <= at);
        silent.get(next).is_some_and(|body| body.start <= at)
    };

    let section = find("reloc.CODE")?;
    let mut reader = Reader { bytes: &module[..section.content.end], at: section.content.start };
    let target = reader.number()?;
    let relocations = relocations(&mut reader)?;
    let mut kept: Vec<&Relocation> = Vec::new();
    for relocation in &relocations {
        if is_silent(code.content.start + relocation.offset) {
            continue;
        }
        if relocation.kind == FUNCTION && symbols.contains(&relocation.symbol) {
            // The place in the source, which is told last, and the words before it.
            let mut call = code.content.start + relocation.offset - 1;
            while let Some(last) = kept.last().filter(|r| r.kind == ADDRESS) {
                let constant = code.content.start + last.offset;
                if !only_constants(&module[constant + PADDED..call]) {
                    break;
                }
                call = constant - 1;
                kept.pop();
            }
        }
        kept.push(relocation);
    }
    let mut content = Vec::new();
    write_number(&mut content, "reloc.CODE".len());
    content.extend(b"reloc.CODE");
    write_number(&mut content, target);
    write_number(&mut content, kept.len());
    for relocation in kept {
        content.extend(&module[relocation.bytes.clone()]);
    }
    let mut all = out[..section.whole.start].to_owned();
    all.push(0);
    write_number(&mut all, content.len());
    all.extend(content);
    all.extend(&out[section.whole.end..]);
    Ok(all)
}

/// Whether nothing but constants of 32 bits stand here.
fn only_constants(mut code: &[u8]) -> bool {
    while let [0x41, rest @ ..] = code {
        let length = rest.iter().position(|byte| byte & 0x80 == 0).map_or(rest.len(), |last| last + 1);
        code = &rest[length..];
    }
    code.is_empty()
}

/// How many functions are imported: they come before the module's own.
fn imported(module: &[u8], sections: &[Section<'_>]) -> Result<usize> {
    let Some(section) = sections.iter().find(|s| s.id == 2) else { return Ok(0) };
    let mut reader = Reader { bytes: &module[..section.content.end], at: section.content.start };
    let mut functions = 0;
    for _ in 0..reader.number()? {
        reader.name()?;
        reader.name()?;
        functions += usize::from(reader.import()?);
    }
    Ok(functions)
}

fn bodies(module: &[u8], start: usize) -> Result<Vec<Range<usize>>> {
    let mut reader = Reader { bytes: module, at: start };
    let mut all = Vec::new();
    for _ in 0..reader.number()? {
        let length = reader.number()?;
        all.push(reader.at..reader.at + length);
        reader.at += length;
    }
    Ok(all)
}

/// The functions that end in a panic, and the symbols that stand for them.
fn panics(module: &[u8], start: usize) -> Result<(HashSet<usize>, HashSet<usize>)> {
    const SYMBOLS: u8 = 8;
    const UNDEFINED: usize = 0x10;
    const NAMED: usize = 0x40;
    let mut reader = Reader { bytes: module, at: start };
    let (mut functions, mut symbols) = (HashSet::new(), HashSet::new());
    reader.number()?;
    while reader.at < module.len() {
        let kind = reader.byte()?;
        let end = reader.number()? + reader.at;
        if kind == SYMBOLS {
            for symbol in 0..reader.number()? {
                let kind = reader.byte()?;
                let flags = reader.number()?;
                let defined = flags & UNDEFINED == 0;
                match kind {
                    1 => {
                        reader.name()?;
                        for _ in 0..if defined { 3 } else { 0 } {
                            reader.number()?;
                        }
                    }
                    3 => drop(reader.number()?),
                    _ => {
                        let index = reader.number()?;
                        let name = if defined || flags & NAMED != 0 { reader.name()? } else { "" };
                        let panics = PANICS.iter().any(|parts| parts.iter().all(|part| name.contains(part)));
                        if kind == 0 && defined && panics {
                            functions.insert(index);
                            symbols.insert(symbol);
                        }
                    }
                }
            }
        }
        reader.at = end;
    }
    ensure!(
        !functions.is_empty(),
        "no function of the module ends in a panic: has the compiler other names for them?"
    );
    Ok((functions, symbols))
}

fn relocations(reader: &mut Reader<'_>) -> Result<Vec<Relocation>> {
    let mut all = Vec::new();
    for _ in 0..reader.number()? {
        let start = reader.at;
        let kind = reader.byte()?;
        let (offset, symbol) = (reader.number()?, reader.number()?);
        // Those of addresses and of offsets have something to add.
        if matches!(kind, 3..=5 | 8 | 9 | 11 | 14..=17 | 21..=23 | 25) {
            reader.number()?;
        }
        all.push(Relocation { kind, offset, symbol, bytes: start..reader.at });
    }
    Ok(all)
}
