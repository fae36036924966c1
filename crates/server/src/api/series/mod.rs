//! Series that others count: denominators of rates, published totals.

pub(crate) mod file;
pub(crate) mod list;
pub(crate) mod record;
