//! Which element of a page holds its text.

use super::blocks::{Block, Blocks};

/// A block that says so much, outside links, is of a text and not of what stands about it.
const TEXT: usize = 20;
/// An element holds the text if it holds so many hundredths of what the one around it holds.
const MOST: usize = 85;

/// A title is not shorter than this.
const TITLE: usize = 6;

/// The blocks of the text, in order.
pub fn choose(page: &Blocks) -> Vec<&Block> {
    let weights = weights(page);
    let main = descend(page, &weights);
    let inside = within(page, main);
    let is_inside = |block: &Block| inside.get(block.element).copied().unwrap_or(true);
    let mut chosen: Vec<&Block> = page.blocks.iter().filter(|b| is_inside(b) && !is_navigation(b)).collect();
    // The title may stand outside: a heading, or what the page is called by.
    let first = page.blocks.iter().position(is_inside).unwrap_or(0);
    let called =
        |block: &Block| block.text.trim().chars().count() >= TITLE && page.title.contains(block.text.trim());
    let is_title = |block: &&Block| (block.heading || called(block)) && !is_navigation(block);
    let title = page.blocks.iter().take(first).filter(is_title).max_by_key(|block| block.text.trim().len());
    let repeated = |title: &&Block| chosen.iter().take(5).any(|block| block.text.trim() == title.text.trim());
    if let Some(title) = title.filter(|title| !repeated(title)) {
        chosen.insert(0, title);
    }
    chosen
}

/// The characters of text in each element with everything in it.
fn weights(page: &Blocks) -> Vec<usize> {
    let mut weights = vec![0usize; page.parents.len()];
    for block in &page.blocks {
        let length = block.text.chars().count().saturating_sub(block.linked);
        if let Some(weight) = weights.get_mut(block.element).filter(|_| length >= TEXT) {
            *weight += length;
        }
    }
    // Elements come after those that they stand in.
    for element in (1..page.parents.len()).rev() {
        let weight = weights.get(element).copied().unwrap_or(0);
        let parent = page.parents.get(element).and_then(|parent| weights.get_mut(*parent));
        if let Some(parent) = parent {
            *parent += weight;
        }
    }
    weights
}

/// From the page inwards, as long as one element holds nearly all.
fn descend(page: &Blocks, weights: &[usize]) -> usize {
    let weight = |element: usize| weights.get(element).copied().unwrap_or(0);
    let mut heaviest: Vec<usize> = (0..page.parents.len()).collect();
    for (element, parent) in page.parents.iter().enumerate().skip(1) {
        let best = heaviest.get_mut(*parent);
        if let Some(best) = best.filter(|best| **best == *parent || weight(element) > weight(**best)) {
            *best = element;
        }
    }
    let mut main = 0;
    while let Some(next) = heaviest.get(main).copied().filter(|next| *next != main) {
        // A single paragraph is no page's text, even if it is all there is.
        let leaf = heaviest.get(next).copied() == Some(next);
        if weight(next) * 100 < weight(main) * MOST || weight(next) == 0 || leaf {
            break;
        }
        main = next;
    }
    main
}

/// For each element whether it is `main` or in it.
fn within(page: &Blocks, main: usize) -> Vec<bool> {
    let mut inside = vec![false; page.parents.len()];
    for element in 0..page.parents.len() {
        let parent = page.parents.get(element).copied().unwrap_or(0);
        let is = element == main || (element > 0 && inside.get(parent).copied().unwrap_or(false));
        if let Some(inside) = inside.get_mut(element) {
            *inside = is;
        }
    }
    inside
}

/// Blocks that are links and little else.
fn is_navigation(block: &Block) -> bool {
    let length = block.text.chars().filter(|c| !c.is_whitespace()).count();
    block.linked * 10 > length * 8
}
