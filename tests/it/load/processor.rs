//! What the processor did for a program and for those it started.

/// Ticks of the kernel in a second.
const TICKS: f64 = 100.0;

/// Seconds of the processor that a process and its children have taken so far.
pub(super) fn of(process: u32) -> f64 {
    let children: u64 = children_of(process).into_iter().map(ticks).sum();
    (ticks(process) + children) as f64 / TICKS
}

/// The ticks of a process, with those of its children that have ended.
fn ticks(process: u32) -> u64 {
    let numbers = fields(process);
    let of = |place: usize| numbers.get(place).and_then(|field| field.parse().ok()).unwrap_or(0);
    of(11) + of(12) + of(13) + of(14)
}

/// The fields after the name, which may hold anything: the state is the first.
fn fields(process: u32) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let plain = stat.rsplit(')').next().unwrap_or_default();
    plain.split_whitespace().map(str::to_owned).collect()
}

fn children_of(process: u32) -> Vec<u32> {
    let mut children = Vec::new();
    // A thread that started a child is its parent there; all threads are asked.
    let tasks = std::fs::read_dir(format!("/proc/{process}/task"));
    for task in tasks.into_iter().flatten().flatten() {
        let listed = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        children.extend(listed.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
    }
    children
}
