//! What was looked at, and how it was found.

use std::fmt::{Display, Write};

use serde::Serialize;

/// How something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    /// As it must be.
    Ok,
    /// The office works, but somebody should know.
    Warning,
    /// The office does not work, or may lose something.
    Fault,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Finding {
    /// What it is.
    about: &'static str,
    verdict: Verdict,
    /// How it was found.
    found: String,
    /// What to do, where something is to be done.
    advice: Option<String>,
}

/// Everything that was looked at, in order.
#[derive(Debug, Default, Serialize)]
pub(super) struct Findings {
    checks: Vec<Finding>,
}

impl Findings {
    /// Something is as it must be.
    pub(super) fn ok(&mut self, about: &'static str, found: impl Display) {
        self.add(about, Verdict::Ok, found, None);
    }

    /// Something is worth knowing.
    pub(super) fn warning(&mut self, about: &'static str, found: impl Display, advice: &str) {
        self.add(about, Verdict::Warning, found, Some(advice));
    }

    /// Something has to be set right.
    pub(super) fn fault(&mut self, about: &'static str, found: impl Display, advice: &str) {
        self.add(about, Verdict::Fault, found, Some(advice));
    }

    fn add(
        &mut self,
        about: &'static str,
        verdict: Verdict,
        found: impl Display,
        advice: Option<&str>,
    ) {
        let (found, advice) = (found.to_string(), advice.map(str::to_owned));
        self.checks.push(Finding { about, verdict, found, advice });
    }

    /// How many faults there are.
    pub(super) fn faults(&self) -> usize {
        self.checks.iter().filter(|check| check.verdict == Verdict::Fault).count()
    }

    /// A line for each, and what to do below it.
    pub(super) fn lines(&self) -> String {
        let mut lines = String::new();
        for check in &self.checks {
            let verdict = match check.verdict {
                Verdict::Ok => "ok     ",
                Verdict::Warning => "warning",
                Verdict::Fault => "FAULT  ",
            };
            // A text takes whatever is written to it.
            let _ = writeln!(lines, "{verdict} {}: {}", check.about, check.found);
            if let Some(advice) = &check.advice {
                let _ = writeln!(lines, "        → {advice}");
            }
        }
        lines
    }

    /// The same for a program.
    pub(super) fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}
