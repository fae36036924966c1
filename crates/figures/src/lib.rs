//! Measures over the register.

pub mod cross;
pub mod measure;
pub mod register;
pub mod suppress;
pub mod table;
