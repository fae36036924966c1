//! The program and the workspace as a whole.

// `cfg(test)` is true here anyway; it tells clippy that the helpers, too, are test code.
#[cfg(test)]
mod arrows;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod declaring;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod durable;
#[cfg(test)]
mod ending;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod hardship;
#[cfg(test)]
mod https;
#[cfg(test)]
mod interrupted;
#[cfg(test)]
mod managed;
#[cfg(test)]
mod pressing;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod verifying;
#[cfg(test)]
mod wrong_use;
