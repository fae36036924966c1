//! Numbers and periods as a reader of each language writes them.

pub(crate) use crate::headline::message::{capitalised, decimal, grouped, period};
