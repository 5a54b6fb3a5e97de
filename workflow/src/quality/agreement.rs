//! How far raters agree: the intraclass correlation ICC(1,1).
//!
//! P. E. Shrout, J. L. Fleiss: Intraclass correlations: uses in assessing rater reliability. Psychological
//! Bulletin 86 (1979) 420–428, case 1: each target is rated by raters of its own, who are thought of as
//! drawn at random, and one rater's mark is what is judged. Of n targets with k marks each
//!
//! ICC(1,1) = (BMS − WMS) / (BMS + (k − 1) · WMS)
//!
//! where BMS is the mean square between the targets, k · Σ (mean of target − mean of all)² / (n − 1), and WMS
//! the mean square within them, Σ (mark − mean of target)² / (n · (k − 1)). One says that raters mark alike,
//! none that they might as well throw dice; below none they disagree within a target more than between them.

/// The agreement of the marks of several targets; none where there are fewer than two targets, fewer than two
/// marks of each, not the same number of marks of each, or no difference at all between any two marks.
pub fn intraclass_correlation(targets: &[Vec<f64>]) -> Option<f64> {
    let raters = targets.first()?.len();
    if targets.len() < 2 || raters < 2 || targets.iter().any(|marks| marks.len() != raters) {
        return None;
    }
    let (count, each) = (targets.len() as f64, raters as f64);
    let means: Vec<f64> = targets.iter().map(|marks| marks.iter().sum::<f64>() / each).collect();
    let grand = means.iter().sum::<f64>() / count;
    let between = means.iter().map(|mean| (mean - grand).powi(2)).sum::<f64>();
    let within = targets
        .iter()
        .zip(&means)
        .flat_map(|(marks, mean)| marks.iter().map(move |mark| (mark - mean).powi(2)))
        .sum::<f64>();
    let between = each * between / (count - 1.0);
    let within = within / (count * (each - 1.0));
    let whole = between + (each - 1.0) * within;
    (whole > 0.0).then(|| (between - within) / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shrout and Fleiss 1979, table 2: six targets, four judges. Table 4 gives ICC(1,1) as .17; BMS is 11.24
    /// and WMS 6.26 (table 3).
    #[test]
    fn the_published_example_comes_out_as_published() {
        let table = [
            [9.0, 2.0, 5.0, 8.0],
            [6.0, 1.0, 3.0, 2.0],
            [8.0, 4.0, 6.0, 8.0],
            [7.0, 1.0, 2.0, 6.0],
            [10.0, 5.0, 6.0, 9.0],
            [6.0, 2.0, 4.0, 7.0],
        ];
        let found = intraclass_correlation(&table.map(Vec::from)).expect("a measure");
        assert_eq!(format!("{found:.2}"), "0.17");
        let (between, within) = (11.24, 6.26);
        assert!((found - (between - within) / (between + 3.0 * within)).abs() < 0.001);
    }

    #[test]
    fn raters_who_mark_alike_agree_wholly_and_too_little_gives_no_measure() {
        let alike = [vec![3.0, 3.0], vec![8.0, 8.0], vec![5.0, 5.0]];
        assert_eq!(intraclass_correlation(&alike), Some(1.0));
        assert_eq!(intraclass_correlation(&alike[..1]), None, "one target");
        assert_eq!(intraclass_correlation(&[vec![3.0], vec![4.0]]), None, "one rater");
        assert_eq!(intraclass_correlation(&[vec![3.0, 3.0], vec![4.0]]), None, "a mark is missing");
        assert_eq!(intraclass_correlation(&[vec![3.0, 3.0], vec![3.0, 3.0]]), None, "all one");
        let opposed = [vec![1.0, 9.0], vec![9.0, 1.0]];
        assert_eq!(intraclass_correlation(&opposed), Some(-1.0));
    }

    /// Whatever the marks: between −1/(k−1) and 1, the same when all are moved or stretched, and in any order.
    #[test]
    fn the_measure_keeps_its_bounds_and_does_not_turn_on_the_scale() {
        let mut seed = 20_260_302_u32;
        let mut chance = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 28)
        };
        for _ in 0..2000 {
            let targets: Vec<Vec<f64>> =
                (0..6).map(|_| vec![chance(), chance(), chance()]).collect();
            let Some(found) = intraclass_correlation(&targets) else { continue };
            assert!((-0.5 - 1e-9..=1.0 + 1e-9).contains(&found), "{found}");
            let mut moved: Vec<Vec<f64>> = targets
                .iter()
                .map(|marks| marks.iter().rev().map(|mark| mark * 2.5 - 7.0).collect())
                .collect();
            moved.reverse();
            let again = intraclass_correlation(&moved).expect("a measure");
            assert!((again - found).abs() < 1e-9);
        }
    }
}
