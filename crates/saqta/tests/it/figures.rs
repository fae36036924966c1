//! `saqta figures`: what figures are worth, from the command line. Each command has a module.

mod check;
mod import;
mod interval_and_compare;
mod languages;
mod series;
mod summarise_and_funnel;
mod verify;

use serde_json::Value;

/// One row an injury; all invented.
const INJURIES: &str = "\
source,number,region,activity,date,kind,outcome,days_lost
employer,1,35,05.10,2025-01-10,collapse,fatal,
employer,2,35,05.10,2025-02-11,machine,lost-time,12
employer,3,35,86.10,2025-03-12,violence-against-health-worker,lost-time,5
employer,4,39,41.20,2025-03-31,fall-from-height,lost-time,30
employer,5,39,41.20,2025-04-01,fall-from-height,lost-time,30
";

const EMPLOYEES: &str = "\
kato,name_en,employees_2025_k
35,Qaraghandy,465.879
39,Qostanay,328.949
TOTAL,All,7015.108
";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn near(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!(
        (value - expected).abs() <= 1e-9 * expected.abs(),
        "{value} is not {expected}"
    );
}
