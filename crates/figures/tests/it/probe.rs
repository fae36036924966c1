use saqta_figures::headline;
use saqta_figures::knowledge::Reference;

#[test]
fn probe() {
    let Ok(path) = std::env::var("PROBE") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let language = std::env::var("OUT")
        .ok()
        .and_then(|l| saqta_text::Language::from_tag(&l));
    let report = headline::check(&text, language, Reference::shipped());
    for c in &report.claims {
        println!(
            "{:?} {:?} {:?} «{}»\n      {}",
            c.kind, c.value, c.verdict, c.text, c.note
        );
        if std::env::var("JSON").is_ok() {
            println!("{}", serde_json::to_string(&c).unwrap());
        }
    }
    println!("-----\n{}", report.corrected);
}
