//! The program `guijia`.

/// Requests allocate much and briefly, on several threads: this serves them in less time than the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    guijia::cli::run()
}
