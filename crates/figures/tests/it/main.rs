//! The figures as they are used.

// `cfg(test)` is true here anyway; it tells clippy that the helpers, too, are test code.
#[cfg(test)]
mod adversarial;
#[cfg(test)]
mod adversarial_invented;
#[cfg(test)]
mod adversarial_last;
#[cfg(test)]
mod adversarial_more;
#[cfg(test)]
mod adversarial_offices;
#[cfg(test)]
mod adversarial_press;
#[cfg(test)]
mod anchored;
#[cfg(test)]
mod any_text;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod headline;
#[cfg(test)]
mod held;
#[cfg(test)]
mod other_knowledge;
#[cfg(test)]
mod pairs;
#[cfg(test)]
mod register;
#[cfg(test)]
mod register_knowledge;
#[cfg(test)]
mod release;
#[cfg(test)]
mod releases;
#[cfg(test)]
mod sanity;
#[cfg(test)]
mod sentence;
#[cfg(test)]
mod settled;
#[cfg(test)]
mod subjects;
#[cfg(test)]
mod suppress;
#[cfg(test)]
mod wording;
