//! The catalogues as files: complete, of one shape in every language, and spoken by the server.

// `cfg(test)` is true here anyway; it tells clippy that the helpers, too, are test code.
#[cfg(test)]
mod files;
#[cfg(test)]
mod server;
