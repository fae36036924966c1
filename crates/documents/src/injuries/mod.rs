//! Files of injuries: one row is one injury as one source reports it.
//!
//! The cast: a **field** ([`Field`]) is a column of the documented file; a **mapping** ([`Mapping`]) says how the headers
//! and words of any other sheet are understood; a **row** ([`Row`]) is what was read of one, or all that is wrong with it.

mod check;
pub mod csv;
mod export;
mod field;
mod file;
mod heading;
mod mapping;
mod row;
pub(crate) mod value;
pub mod xlsx;

pub use check::{Check, check};
pub use field::Field;
pub use file::each_row;
pub use mapping::{Mapping, MappingError};
pub use row::Row;
