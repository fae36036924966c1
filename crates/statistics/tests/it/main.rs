//! What the figures rest on, against published values and other packages, and by counting through.

#[cfg(test)]
mod capture;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod expectation;
#[cfg(test)]
mod funnel;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod multiple;
#[cfg(test)]
mod nowcast;
#[cfg(test)]
mod poisson;
#[cfg(test)]
mod proportion;
#[cfg(test)]
mod random;
#[cfg(test)]
mod ranks;
#[cfg(test)]
mod standardise;
#[cfg(test)]
mod surveillance;
