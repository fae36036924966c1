//! Watching counts over time: has something begun?
//!
//! The cast:
//! - **aberrations** ([`Ears`]): a day or week far above those just before it; needs no history;
//! - the **cumulative sum** ([`Cusum`]): a small rise that stays;
//! - the **t-chart** ([`TChart`]): the time between rare events, where counts are nearly all 0;
//! - the **change point** ([`change_point`]): looking back, when the rate became another.
//!
//! An alarm is a reason to look, not a finding: [`Cusum::average_run_length`] says how often one comes of nothing.

mod change;
mod cusum;
mod ears;
mod gaps;

pub use change::{ChangeP, ChangePoint, change_point};
pub use cusum::{Cusum, CusumError, CusumStep};
pub use ears::{Aberration, Ears};
pub use gaps::{GapError, GapPosition, TChart};
