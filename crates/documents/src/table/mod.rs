//! Tables on their way out, apart from any format.
//!
//! The cast: a [`Workbook`] is a set of figures published together; each of its [`Table`]s has [`Column`]s, some of which
//! together name a row (its key), and rows of [`Value`]s; a value that is [`Missing`] says why. [`csv`], [`csvw`],
//! [`sdmx`] and [`xlsx`] write them. All of them are functions of what is passed in: the same tables, the same bytes.

pub mod csv;
pub mod csvw;
mod model;
mod number;
pub mod sdmx;
mod shown;
pub mod xlsx;

pub(crate) use number::shown as number;
pub(crate) use shown::Speech;

pub use model::{Column, Datatype, Missing, Role, Table, TableError, Texts, Value, Workbook};
