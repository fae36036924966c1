//! The HTTP room, used as its clients use it: over TCP, against a real engine on a journal in memory.

// `cfg(test)` is true here anyway; it tells clippy that the helpers, too, are test code.
#[cfg(test)]
mod alarms;
#[cfg(test)]
mod comparisons;
#[cfg(test)]
mod directory;
#[cfg(test)]
mod ending;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod injuries;
#[cfg(test)]
mod log;
#[cfg(test)]
mod openapi;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod press;
#[cfg(test)]
mod reasons;
#[cfg(test)]
mod series;
#[cfg(test)]
mod session;
#[cfg(test)]
mod set_right;
#[cfg(test)]
mod stream;
#[cfg(test)]
mod support;
#[cfg(test)]
mod unrecorded;
