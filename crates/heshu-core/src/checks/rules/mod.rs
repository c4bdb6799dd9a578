//! The rules, one a file.

mod aggregate_growth;
mod average_growth;
mod duplicate_passage;
mod impossible_rate;
mod list_count;
mod magnitude;
mod mixed_width;
mod name_variants;
mod no_target;
mod numbering;
mod paired_marks;
mod part_sum;
mod per_capita;
mod percent_or_points;
mod period_order;
mod respective_lists;
mod restated_value;
mod review_base;
mod share_arithmetic;
mod silent_decline;
mod stale_year;
mod stated_growth;
mod structure_levels;
mod structure_sum;
mod target_arithmetic;
mod target_below_result;
mod target_slows;
mod unit_mismatch;

use super::rule::Rule;

/// All rules, in the order in which people are told of them. A new one is added here.
pub const ALL: &[&dyn Rule] = &[
    &target_arithmetic::TargetArithmetic,
    &stated_growth::StatedGrowth,
    &average_growth::AverageGrowth,
    &structure_sum::StructureSum,
    &structure_levels::StructureLevels,
    &part_sum::PartSum,
    &share_arithmetic::ShareArithmetic,
    &aggregate_growth::AggregateGrowth,
    &per_capita::PerCapita,
    &restated_value::RestatedValue,
    &review_base::ReviewBase,
    &percent_or_points::PercentOrPoints,
    &impossible_rate::ImpossibleRate,
    &magnitude::Magnitude,
    &unit_mismatch::UnitMismatch,
    &respective_lists::RespectiveLists,
    &list_count::ListCount,
    &numbering::Numbering,
    &period_order::PeriodOrder,
    &stale_year::StaleYear,
    &duplicate_passage::DuplicatePassage,
    &target_below_result::TargetBelowResult,
    &target_slows::TargetSlows,
    &no_target::NoTarget,
    &silent_decline::SilentDecline,
    &name_variants::NameVariants,
    &paired_marks::PairedMarks,
    &mixed_width::MixedWidth,
];
