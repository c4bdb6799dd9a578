//! Affine transformations as PDF writes them: `[a b c d e f]` on row vectors.

use hayro_syntax::content::Instruction;
use hayro_syntax::object::{Array, Object};

/// `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matrix {
    pub(crate) a: f64,
    pub(crate) b: f64,
    pub(crate) c: f64,
    pub(crate) d: f64,
    pub(crate) e: f64,
    pub(crate) f: f64,
}

impl Matrix {
    pub(crate) const IDENTITY: Self = Self::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(crate) const fn new([a, b, c, d, e, f]: [f64; 6]) -> Self {
        Self { a, b, c, d, e, f }
    }

    pub(crate) const fn moved(e: f64, f: f64) -> Self {
        Self::new([1.0, 0.0, 0.0, 1.0, e, f])
    }

    /// Six numbers, as in a form's `/Matrix`.
    pub(crate) fn from_array(array: &Array<'_>) -> Option<Self> {
        let mut numbers = array.iter::<Object<'_>>().map_while(|o| Some(o.into_number()?.as_f64()));
        let mut next = || numbers.next();
        Some(Self::new([next()?, next()?, next()?, next()?, next()?, next()?]))
    }

    /// This one first, then `outer`.
    pub(crate) fn then(self, outer: Self) -> Self {
        let (e, f) = outer.point(self.e, self.f);
        let (a, b) = outer.vector(self.a, self.b);
        let (c, d) = outer.vector(self.c, self.d);
        Self { a, b, c, d, e, f }
    }

    pub(crate) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let (vx, vy) = self.vector(x, y);
        (vx + self.e, vy + self.f)
    }

    pub(crate) fn vector(self, x: f64, y: f64) -> (f64, f64) {
        (self.a * x + self.c * y, self.b * x + self.d * y)
    }
}

pub(crate) fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(n) => Some(n.as_f64()),
        _ => None,
    }
}

/// The last operands, if all of them are numbers.
pub(crate) fn numbers<const N: usize>(instruction: &Instruction<'_, '_>) -> Option<[f64; N]> {
    let count = instruction.operands().count();
    let mut operands = instruction.operands().skip(count.checked_sub(N)?);
    let mut found = [0.0; N];
    for slot in &mut found {
        *slot = operands.next().and_then(number)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inner_matrix_acts_first() {
        let scale = Matrix::new([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(scale.then(Matrix::moved(10.0, 5.0)).point(1.0, 1.0), (12.0, 7.0));
        assert_eq!(Matrix::moved(10.0, 5.0).then(scale).point(1.0, 1.0), (22.0, 12.0));
    }
}
