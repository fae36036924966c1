//! What the CSV files of a workbook hold, for machines: CSV on the Web.
//!
//! Source: W3C Recommendations of 17 December 2015, "Metadata Vocabulary for Tabular Data" and "Model for Tabular Data and
//! Metadata on the Web".

use saqta_text::Language;
use serde_json::{Map, Value as Json, json};

use super::model::{Column, Datatype, Missing, Role, STATUS, Table, TableError, Texts, Workbook};

/// The metadata of all tables of a workbook, each in the file `{id}.csv` beside it.
///
/// # Errors
/// [`TableError`] where a table cannot be published.
pub fn metadata(workbook: &Workbook) -> Result<String, TableError> {
    workbook.check()?;
    let notice = workbook.notice.as_ref();
    let tables: Vec<Json> = workbook.tables.iter().map(|each| table(each, notice)).collect();
    let description = notice.into_iter().chain([&workbook.description]);
    let metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@type": "TableGroup",
        "dc:identifier": workbook.id,
        "dc:title": said(&workbook.title),
        "dc:description": description.flat_map(said).collect::<Vec<_>>(),
        "dc:publisher": said(&workbook.publisher),
        "dc:source": workbook.sources.iter().flat_map(said).collect::<Vec<_>>(),
        "dc:license": {"@id": workbook.licence},
        "dc:issued": {"@value": workbook.as_of.to_string(), "@type": "xsd:date"},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": true, "quoteChar": "\"", "doubleQuote": true},
        "tables": tables,
    });
    let mut text = serde_json::to_string_pretty(&metadata).unwrap_or_default();
    text.push('\n');
    Ok(text)
}

fn table(table: &Table, notice: Option<&Texts>) -> Json {
    let keys: Vec<&str> = table
        .columns_of(Role::Key)
        .map(|(_, column)| column.name.as_str())
        .collect();
    let mut schema = Map::new();
    schema.insert(
        "columns".to_owned(),
        table.columns.iter().flat_map(columns).collect(),
    );
    if !keys.is_empty() {
        schema.insert("primaryKey".to_owned(), json!(keys));
    }
    let mut json = json!({
        "url": format!("{}.csv", table.id),
        "dc:title": said(&table.title),
        "tableSchema": schema,
    });
    let notes: Vec<Json> = notice.into_iter().chain(&table.notes).flat_map(said).collect();
    if !notes.is_empty() {
        json["dc:description"] = Json::Array(notes);
    }
    json
}

/// A column, and the one behind it that says why figures are missing.
fn columns(column: &Column) -> Vec<Json> {
    let json = json!({
        "name": column.name,
        "titles": titles(&column.name, &column.title),
        "datatype": datatype(column),
        "required": column.role == Role::Key,
    });
    if column.role != Role::Figure {
        return vec![json];
    }
    let name = format!("{}{STATUS}", column.name);
    let reasons = Missing::ALL.map(Missing::code).join("|");
    let status = json!({
        "name": name,
        "titles": {"und": [name]},
        "datatype": {"base": "string", "format": reasons},
        "required": false,
    });
    vec![json, status]
}

fn datatype(column: &Column) -> Json {
    match column.datatype {
        Datatype::Text if column.labels.is_empty() => json!("string"),
        Datatype::Text => {
            let codes: Vec<String> = column.labels.keys().map(|code| escaped(code)).collect();
            json!({"base": "string", "format": codes.join("|")})
        }
        Datatype::Integer => json!("integer"),
        Datatype::Number { .. } => json!("number"),
        Datatype::Date => json!("date"),
        // A year, half, quarter, month, or months of one year.
        Datatype::Period => json!({"base": "string", "format": r"\d{4}(-(H[12]|Q[1-4]|\d{2}(\.\.\d{2})?))?"}),
    }
}

/// A code as a regular expression that matches nothing else.
fn escaped(code: &str) -> String {
    let mut pattern = String::with_capacity(code.len());
    for letter in code.chars() {
        if !letter.is_alphanumeric() && letter != '-' && letter != '_' {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

/// The header in the file stands among the titles: readers compare the two.
fn titles(name: &str, title: &Texts) -> Json {
    let mut titles = Map::new();
    titles.insert("und".to_owned(), json!([name]));
    for language in Language::ALL {
        titles.insert(language.tag().to_owned(), json!([title.get(language)]));
    }
    Json::Object(titles)
}

fn said(texts: &Texts) -> Vec<Json> {
    let said = Language::ALL
        .iter()
        .filter(|language| !texts.get(**language).is_empty());
    said.map(|language| json!({"@value": texts.get(*language), "@language": language.tag()}))
        .collect()
}
