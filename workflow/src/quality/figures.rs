//! The middle of numbers, and how a number is shown.

/// The middle of numbers; of an even count the mean of the two in the middle.
pub(super) fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let half = numbers.len() / 2;
    let upper = numbers.get(half)?;
    match numbers.len() % 2 {
        0 => numbers.get(half.checked_sub(1)?).map(|lower| (lower + upper) / 2.0),
        _ => Some(*upper),
    }
}

/// To two decimals, as it is shown.
pub(super) fn shown(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
