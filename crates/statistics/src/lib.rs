//! What a count of injuries is worth: rates, exact intervals, comparisons.
//!
//! The cast:
//! - a **count** of events over an **exposure** ([`Observed`]): workers, hours, worker-years;
//! - an [`Interval`] at a [`Level`]: what the count says about the danger behind it, and what it does not;
//! - an **expected** number ([`Expected`]): what a reference leads one to expect in the same place.
//!
//! | method | source | module |
//! |---|---|---|
//! | interval of a Poisson mean: exact, mid-P, Byar | Garwood 1936; Berry and Armitage 1995; Rothman and Boice 1979 | [`poisson`] |
//! | two rates: conditional, mid-P, E-test, score | Przyborowski and Wilenski 1940; Krishnamoorthy and Thomson 2004; Gu et al. 2008 | [`compare`] |
//! | exact interval of a share | Clopper and Pearson 1934 | [`proportion`] |
//! | standardisation: indirect (SIR) | Breslow and Day 1987 | [`standardise`] |
//!
//! Everything is pure and deterministic, down to the last bit on every machine: logarithms and exponentials are those
//! of `libm`, not the platform's. A function returns a `Result` only where its input can be wrong; numbers that must
//! be positive, or within 0 and 1, come as types that were checked once.

pub mod compare;
mod input;
mod level;
pub mod poisson;
pub mod proportion;
mod root;
mod special;
pub mod standardise;

pub use compare::{Comparison, PValues};
pub use input::{Expected, InputError, Observed};
pub use level::{Interval, Level};
pub use poisson::Method;
pub use proportion::{Part, PartError, Share};
pub use standardise::Sir;
