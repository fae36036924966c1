//! The engine with its threads.
