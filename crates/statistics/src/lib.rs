//! What a count of injuries is worth: rates, exact intervals, comparisons, funnels, watching, what is missing.
//!
//! The cast:
//! - a **count** of events over an **exposure** ([`Observed`]): workers, hours, worker-years;
//! - an [`Interval`] at a [`Level`]: what the count says about the danger behind it, and what it does not;
//! - an **expected** number ([`Expected`]): what a reference leads one to expect in the same place.
//!
//! | method | source | module |
//! |---|---|---|
//! | interval of a Poisson mean: exact, mid-P, Byar | Garwood 1936; Berry and Armitage 1995; Rothman and Boice 1979 | [`poisson`] |
//! | exact interval of a share; of the ratio of two kinds | Clopper and Pearson 1934 | [`proportion`] |
//! | two rates: conditional, mid-P, E-test, score | Przyborowski and Wilenski 1940; Krishnamoorthy and Thomson 2004; Gu et al. 2008 | [`compare`] |
//! | standardisation: direct, indirect (SIR) | Fay and Feuer 1997; Breslow and Day 1987 | [`standardise`] |
//! | funnel: exact limits, over-dispersion | Spiegelhalter 2005 | [`funnel`] |
//! | places among many, as far as they are known | Klein, Wright and Wieczorek 2020; Holm 1979 | [`ranks`] |
//! | false discoveries among many tests | Benjamini and Hochberg 1995 | [`multiple`] |
//! | EARS C1, C2, C3 | Hutwagner et al. 2003 | [`surveillance`] |
//! | Poisson CUSUM and its run length | Lucas 1985; Brook and Evans 1972 | [`surveillance`] |
//! | t-chart for rare events | Nelson 1994 | [`surveillance`] |
//! | change point of a Poisson series | Worsley 1986 | [`surveillance`] |
//! | reporting delay and nowcast | Lawless 1994; Renshaw and Verrall 1998 | [`nowcast`] |
//! | capture–recapture over two or three lists | Chapman 1951; Seber 1970; Sadinle 2009 | [`capture`] |
//! | non-fatal expected from fatal; silence of reporters | Fisher 1935; Benjamini and Hochberg 1995 | [`expectation`] |
//!
//! Everything is pure and deterministic, down to the last bit on every machine: logarithms and exponentials are those
//! of `libm`, not the platform's. A function returns a `Result` only where its input can be wrong; numbers that must
//! be positive, or within 0 and 1, come as types that were checked once.

pub mod capture;
pub mod compare;
pub mod expectation;
pub mod funnel;
mod input;
mod level;
pub mod multiple;
pub mod nowcast;
pub mod poisson;
pub mod proportion;
pub mod ranks;
mod root;
mod special;
pub mod standardise;
pub mod surveillance;

pub use compare::{Comparison, PValues};
pub use input::{Expected, InputError, Observed};
pub use level::{Interval, Level};
pub use poisson::Method;
pub use proportion::{Part, PartError, Share};
pub use standardise::Sir;
