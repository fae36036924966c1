//! The engine from outside: the simulation of its core, and the threads around it.

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod threads;
