//! Patterns of words as one small automaton: `接待[国内|]游客[量|人次|]` is six words and a dozen states.
//!
//! The patterns become a graph with free steps, the graph a deterministic one (which finds every word that two
//! values claim), and states that cannot be told apart become one. `src/catalogue/automaton.rs` reads the result.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

/// A set of patterns under construction.
#[derive(Default)]
pub struct Builder {
    nodes: Vec<Node>,
    starts: Vec<usize>,
}

#[derive(Default)]
struct Node {
    steps: Vec<(u16, usize)>,
    free: Vec<usize>,
    value: Option<u16>,
}

/// A deterministic automaton; state 0 is the start.
pub struct Automaton {
    states: Vec<State>,
}

#[derive(Default, Clone, PartialEq, Eq, Hash)]
struct State {
    value: Option<u16>,
    steps: BTreeMap<u16, usize>,
}

impl Builder {
    /// Adds every word of a pattern with a value. `spell` brings the letters to the catalogue's spelling.
    pub fn add(&mut self, pattern: &str, value: u16, spell: impl Fn(&str) -> String) -> Result<(), String> {
        let start = self.node();
        self.starts.push(start);
        let mut at = start;
        let mut rest = pattern;
        while !rest.is_empty() {
            let (letters, group, tail) =
                split(rest).ok_or(format!("the brackets of {pattern} do not match"))?;
            at = self.path(at, &spell(letters))?;
            if let Some(group) = group {
                let join = self.node();
                for choice in group.split('|') {
                    let end = self.path(at, &spell(choice))?;
                    self.nodes.get_mut(end).ok_or("no such node")?.free.push(join);
                }
                at = join;
            }
            rest = tail;
        }
        if at == start {
            return Err(format!("the pattern “{pattern}” is empty"));
        }
        self.nodes.get_mut(at).ok_or("no such node")?.value = Some(value);
        Ok(())
    }

    fn node(&mut self) -> usize {
        self.nodes.push(Node::default());
        self.nodes.len() - 1
    }

    fn path(&mut self, mut at: usize, letters: &str) -> Result<usize, String> {
        for unit in letters.encode_utf16() {
            let next = self.node();
            self.nodes.get_mut(at).ok_or("no such node")?.steps.push((unit, next));
            at = next;
        }
        Ok(at)
    }

    /// The nodes reached by free steps, sorted.
    fn closure(&self, mut nodes: Vec<usize>) -> Vec<usize> {
        let mut next = 0;
        while let Some(node) = nodes.get(next).and_then(|at| self.nodes.get(*at)) {
            for free in &node.free {
                if !nodes.contains(free) {
                    nodes.push(*free);
                }
            }
            next += 1;
        }
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    /// Makes it deterministic and small. `claim` decides between the values of one word, or says why it cannot.
    pub fn build(self, claim: impl Fn(&str, &[u16]) -> Result<u16, String>) -> Result<Automaton, String> {
        let start = self.closure(self.starts.clone());
        let mut places = HashMap::from([(start.clone(), 0)]);
        let mut open = vec![(start, Vec::<u16>::new())];
        let mut states: Vec<State> = Vec::new();
        let mut wrong = Vec::new();
        while let Some((nodes, word)) = open.get(states.len()).cloned() {
            let mut values: Vec<u16> = Vec::new();
            let mut steps: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
            for node in nodes.iter().filter_map(|at| self.nodes.get(*at)) {
                values.extend(node.value);
                for (unit, next) in &node.steps {
                    steps.entry(*unit).or_default().push(*next);
                }
            }
            values.sort_unstable();
            values.dedup();
            let value = match values.as_slice() {
                [] => None,
                values => match claim(&String::from_utf16_lossy(&word), values) {
                    Ok(value) => Some(value),
                    Err(sentence) => {
                        wrong.push(sentence);
                        None
                    }
                },
            };
            let mut state = State { value, steps: BTreeMap::new() };
            for (unit, nodes) in steps {
                let nodes = self.closure(nodes);
                let place = *places.entry(nodes.clone()).or_insert_with(|| {
                    let word = word.iter().copied().chain([unit]).collect();
                    open.push((nodes, word));
                    open.len() - 1
                });
                state.steps.insert(unit, place);
            }
            states.push(state);
        }
        if wrong.is_empty() { Ok(Automaton { states: smallest(&states) }) } else { Err(wrong.join("; ")) }
    }
}

/// Letters up to a group, the group without its brackets, and what follows.
fn split(pattern: &str) -> Option<(&str, Option<&str>, &str)> {
    match pattern.split_once('[') {
        None => (!pattern.contains(']')).then_some((pattern, None, "")),
        Some((letters, rest)) => {
            let (group, tail) = rest.split_once(']')?;
            (!letters.contains(']') && !group.contains('[')).then_some((letters, Some(group), tail))
        }
    }
}

/// Merges states that cannot be told apart. The graph has no circles, so the last states come first.
fn smallest(states: &[State]) -> Vec<State> {
    let mut merged: Vec<State> = Vec::new();
    let mut known: HashMap<State, usize> = HashMap::new();
    let mut place: Vec<Option<usize>> = vec![None; states.len()];
    let mut stack = vec![(0usize, false)];
    while let Some((at, done)) = stack.pop() {
        let Some(state) = states.get(at) else { continue };
        if place.get(at).copied().flatten().is_some() {
            continue;
        }
        if !done {
            stack.push((at, true));
            stack.extend(state.steps.values().map(|next| (*next, false)));
            continue;
        }
        let steps = state.steps.iter().filter_map(|(unit, next)| Some((*unit, place.get(*next).copied()??)));
        let state = State { value: state.value, steps: steps.collect() };
        let id = *known.entry(state.clone()).or_insert_with(|| {
            merged.push(state);
            merged.len() - 1
        });
        if let Some(slot) = place.get_mut(at) {
            *slot = Some(id);
        }
    }
    // The start was finished last; turn the numbers round so that it is state 0.
    let last = merged.len().saturating_sub(1);
    merged.reverse();
    for state in &mut merged {
        for next in state.steps.values_mut() {
            *next = last - *next;
        }
    }
    merged
}

impl Automaton {
    /// A Rust item: `static NAME: Automaton = …;`
    pub fn write(&self, name: &str, code: &mut String) -> Result<(), String> {
        let (mut first, mut values, mut units): (_, Vec<u16>, Vec<u16>) = (vec![0usize], vec![], vec![]);
        let mut next: Vec<usize> = vec![];
        for state in &self.states {
            // 0 is no value, so all others move up by one.
            values.push(state.value.map_or(0, |value| value + 1));
            units.extend(state.steps.keys().copied());
            next.extend(state.steps.values().copied());
            first.push(units.len());
        }
        if units.len() > usize::from(u16::MAX) || values.len() > usize::from(u16::MAX) {
            return Err(format!("{name} has too many states; write its patterns in fewer words"));
        }
        // Where the steps of the start begin for each high byte of the code unit.
        let start: Vec<usize> = (0..=256u32)
            .map(|byte| {
                let steps = self.states.first().map(|state| &state.steps);
                steps.map_or(0, |steps| steps.keys().filter(|unit| u32::from(**unit) >> 8 < byte).count())
            })
            .collect();
        writeln!(
            code,
            "static {name}: Automaton = Automaton {{ start: &{start:?}, first: &{first:?}, values: &{values:?}, \
             units: &{units:?}, next: &{next:?} }};"
        )
        .map_err(|e| e.to_string())
    }
}
