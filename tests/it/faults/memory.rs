//! How much memory the server and the programs it starts take.

use std::collections::BTreeMap;
use std::time::Duration;

/// The most that was seen, in MiB.
#[derive(Debug, Clone, Copy, Default)]
pub struct Peak {
    /// Of the server itself.
    pub server: u64,
    /// Of one program it started.
    pub child: u64,
}

/// Watches while something is done.
pub async fn watched<T>(server: u32, doing: impl Future<Output = T>) -> (T, Peak) {
    let mut peak = Peak::default();
    tokio::pin!(doing);
    let mut beat = tokio::time::interval(Duration::from_millis(5));
    loop {
        tokio::select! {
            done = &mut doing => return (done, peak),
            _ = beat.tick() => peak = peak.with(server),
        }
    }
}

impl Peak {
    fn with(self, server: u32) -> Peak {
        let children = descendants(server).into_iter().filter_map(highest);
        Peak {
            server: highest(server).unwrap_or(self.server),
            child: children.fold(self.child, u64::max),
        }
    }
}

/// The most a process ever held.
fn highest(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kibibytes / 1024)
}

fn descendants(process: u32) -> Vec<u32> {
    let mut parents = BTreeMap::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // The name of a program may hold anything; what follows its last bracket is plain.
        let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        if let Some(parent) = fields.nth(1).and_then(|parent| parent.parse().ok()) {
            parents.insert(id, parent);
        }
    }
    let is_below = |mut id: u32| {
        while let Some(parent) = parents.get(&id) {
            if *parent == process {
                return true;
            }
            id = *parent;
        }
        false
    };
    parents.keys().copied().filter(|id| is_below(*id)).collect()
}
