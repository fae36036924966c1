//! How many files the server may have open: each connection is one, and a panel's stays open for months.

/// With fewer than this, a hospital's phones, consoles and panels may already be too many.
const ENOUGH: u64 = 4_096;

/// Takes as many as the system grants: most systems start a program with 1,024 and let it ask for many more.
#[cfg(unix)]
pub(crate) fn allow_many() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    // None stands for "as many as you like".
    if current.is_some() && current != maximum {
        let asked = Rlimit {
            current: maximum,
            maximum,
        };
        if let Err(error) = setrlimit(Resource::Nofile, asked) {
            tracing::warn!(%error, ?current, "no more files may be open than the system gave at the start");
        }
    }
    let granted = getrlimit(Resource::Nofile).current;
    if granted.is_some_and(|files| files < ENOUGH) {
        tracing::warn!(
            ?granted,
            "few connections can be open at once; raise the limit of open files (LimitNOFILE, ulimit -n)"
        );
    }
}

#[cfg(not(unix))]
pub(crate) fn allow_many() {}
