//! The headline check over whole releases.

#[cfg(test)]
mod probe;
#[cfg(test)]
mod releases;
