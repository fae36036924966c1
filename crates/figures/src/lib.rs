//! Measures over the register.

pub mod analysis;
pub mod cross;
pub mod measure;
pub mod register;
pub mod suppress;
pub mod table;
