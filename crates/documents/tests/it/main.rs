//! The formats from outside: whole files in, whole files out.

#[cfg(test)]
mod csv;
#[cfg(test)]
mod pdf;
#[cfg(test)]
mod release;
#[cfg(test)]
mod roundtrip;
#[cfg(test)]
mod series;
#[cfg(test)]
mod sheets;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod words;

#[cfg(test)]
fn today() -> jiff::civil::Date {
    jiff::civil::date(2025, 12, 31)
}
