//! The program `guijia`.

fn main() -> std::process::ExitCode {
    guijia::cli::run()
}
