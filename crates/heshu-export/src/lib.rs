//! An analysis as files for other programs.

use heshu_core::Analysis;

/// Which forms there are, and how many observations each would hold. Stands here until the first form does.
pub fn summary(analysis: &Analysis) -> String {
    format!("{} observations", analysis.observations.len())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_summary_counts_the_observations() {
        let analysis = heshu_core::analyze("2023年，粮食产量14.5万吨。", &heshu_core::Options::default());
        assert_eq!(super::summary(&analysis), "1 observations");
    }
}
