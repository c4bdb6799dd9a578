//! Sorting in little code: the standard library's sorts become some kilobytes of the page for every type that they are
//! used with. This one is as stable and takes as many comparisons, at a dozen instructions a type.

/// Sorts; `first` says whether the one may stay before the other, which it must for equals.
pub fn by<T>(list: &mut [T], first: impl Fn(&T, &T) -> bool) {
    let stays = |a: usize, b: usize| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => first(a, b),
        _ => true,
    };
    let count = list.len();
    if (1..count).all(|b| stays(b - 1, b)) {
        return;
    }
    let mut places = places(count, &stays);
    arrange(&mut places, &mut |a, b| list.swap(a, b));
}

/// Sorts by a key.
pub fn by_key<T, K: PartialOrd>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |a, b| key(a) <= key(b));
}

/// Sorts values that are their own key.
pub fn ascending<T: PartialOrd>(list: &mut [T]) {
    by(list, T::le);
}

/// Where each one of `count` has to go: runs twice as long are merged until one is left.
fn places(count: usize, stays: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        merged.clear();
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
                if stays(*a, *b) {
                    merged.push(*a);
                    left = left_rest;
                } else {
                    merged.push(*b);
                    right = right_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    merged.resize(count, 0);
    for (place, which) in order.into_iter().enumerate() {
        if let Some(slot) = merged.get_mut(which) {
            *slot = place;
        }
    }
    merged
}

/// Brings everything to its place: every exchange brings one there for good.
fn arrange(places: &mut [usize], exchange: &mut dyn FnMut(usize, usize)) {
    for at in 0..places.len() {
        while let Some(to) = places.get(at).copied().filter(|to| *to != at) {
            exchange(at, to);
            places.swap(at, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_every_length_are_sorted_and_equals_keep_their_order() {
        let mut seed = 7u32;
        for length in 0..80 {
            let mut list: Vec<(u32, usize)> = (0..length)
                .map(|at| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 28, at)
                })
                .collect();
            let mut wanted = list.clone();
            wanted.sort_by_key(|(key, _)| *key);
            by_key(&mut list, |(key, _)| *key);
            assert_eq!(list, wanted);
        }
    }

    #[test]
    fn the_largest_can_come_first() {
        let mut list = [(1, 'a'), (3, 'b'), (1, 'c'), (2, 'd')];
        by(&mut list, |a, b| a.0 >= b.0);
        assert_eq!(list.map(|(_, name)| name), ['b', 'd', 'a', 'c']);
    }
}
