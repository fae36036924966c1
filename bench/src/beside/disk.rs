//! The bare disk: 4 KiB appended and synced, again and again. No durable rate without grouping can be higher.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// For how long.
const TIME: Duration = Duration::from_secs(2);

/// Appends with `fdatasync` a second.
pub(crate) fn syncs(work: &Path) -> anyhow::Result<f64> {
    let path = work.join("disk-probe");
    let mut file = File::create(&path)?;
    let block = [0x5A; 4_096];
    let start = Instant::now();
    let mut count = 0_u32;
    while start.elapsed() < TIME {
        file.write_all(&block)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}
