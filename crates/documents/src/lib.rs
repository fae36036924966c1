//! Files that come into the register and go out of it.
//!
//! The cast: a **file** in one of the documented formats holds **rows**; reading turns each row into what the domain
//! knows (an [`InjuryReport`](saqta_domain::command::InjuryReport), a [`Series`](saqta_domain::series::Series)) or into
//! **errors** that name the cell, what is wrong with it and what to do. Nothing here decides or records: a whole file is
//! checked first, and refused or taken by others.

mod fold;
pub mod injuries;
mod lines;
pub mod pdf;
mod problem;
pub mod release;
pub mod series;
mod source;
pub mod table;

pub use problem::{ColumnProblem, OpenError, Problem, RowError, Told};
