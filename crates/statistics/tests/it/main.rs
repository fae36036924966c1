//! What the figures rest on, against published values and other packages, and by counting through.

#[cfg(test)]
mod compare;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod poisson;
#[cfg(test)]
mod proportion;
#[cfg(test)]
mod standardise;
