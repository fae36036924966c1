//! What Saqta is compared with: other software for the same task, and the disk underneath.

pub(crate) mod alertmanager;
pub(crate) mod disk;
pub(crate) mod pysiaalarm;
pub(crate) mod tables;

use std::process::Child;

/// A process that is killed when it is dropped.
struct Held(Child);

impl Drop for Held {
    fn drop(&mut self) {
        // It has mostly ended already.
        let _ended = self.0.kill();
        let _reaped = self.0.wait();
    }
}
