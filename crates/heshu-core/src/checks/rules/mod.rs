//! The rules, one a file.

mod list_count;
mod numbering;
mod restated_value;
mod structure_sum;
mod target_arithmetic;

use super::rule::Rule;

/// All rules. A new one is added here.
pub const ALL: &[&dyn Rule] = &[
    &target_arithmetic::TargetArithmetic,
    &structure_sum::StructureSum,
    &restated_value::RestatedValue,
    &list_count::ListCount,
    &numbering::Numbering,
];
