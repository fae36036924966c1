//! Any text: reading a declaration never fails otherwise than by naming lines that exist, and what it reads has a
//! JSON form that says the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use saqta_domain::declaration::Declaration;
use saqta_domain::declaration::toml::{FileRef, Parsed, Problem, Target, parse};

fuzz_target!(|text: &str| {
    let lines = text.split('\n').count();
    match parse(text) {
        Ok(parsed) => look_at(&parsed, lines),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            problems
                .iter()
                .for_each(|problem| look_at_problem(problem, lines));
        }
    }
});

fn look_at(parsed: &Parsed, lines: usize) {
    parsed
        .warnings
        .iter()
        .for_each(|warning| look_at_problem(warning, lines));
    for FileRef { field, target, .. } in &parsed.files {
        let line = parsed.places.line_of(field);
        assert!(
            line.is_some_and(|line| (1..=lines).contains(&line)),
            "{field} is on line {line:?} of {lines}"
        );
        match target {
            Target::DeviceKey(index) => assert!(*index < parsed.declaration.devices.len()),
            Target::AccountPassword(index) => assert!(*index < parsed.declaration.accounts.len()),
        }
    }
    let json = serde_json::to_vec(&parsed.declaration).expect("a declaration has a JSON form");
    let again: Declaration = serde_json::from_slice(&json).expect("the JSON form can be read");
    assert!(
        again == parsed.declaration,
        "the JSON form says something else:\n{again:?}\n{:?}",
        parsed.declaration
    );
}

fn look_at_problem(problem: &Problem, lines: usize) {
    assert!(
        (1..=lines).contains(&problem.line),
        "{problem} names a line that is not among the {lines}"
    );
    assert!(!problem.message.is_empty());
}
