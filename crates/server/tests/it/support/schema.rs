//! Checks answers against the OpenAPI description: an undocumented status, content type or field fails the test.

use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex};

use axum::http::Method;
use jsonschema::Validator;
use serde_json::{Value, json};

use super::Answer;

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document = serde_json::to_value(saqta_server::openapi()).unwrap();
    forbid_unknown_fields(&mut document);
    document
});

static VALIDATORS: LazyLock<Mutex<HashMap<String, &'static Validator>>> = LazyLock::new(Mutex::default);

/// Readers ignore fields they do not know; tests do not. Parts of a larger shape must stay open.
fn forbid_unknown_fields(document: &mut Value) {
    let text = document.to_string();
    let parts: BTreeSet<String> = all_of_parts(document);
    assert!(text.contains("\"openapi\":\"3.1"), "not OpenAPI 3.1");
    for (name, schema) in document["components"]["schemas"].as_object_mut().unwrap() {
        let is_object = schema["type"] == "object" && schema["properties"].is_object();
        if is_object && !parts.contains(name) && schema.get("additionalProperties").is_none() {
            schema["additionalProperties"] = json!(false);
        }
    }
}

fn all_of_parts(value: &Value) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    match value {
        Value::Object(fields) => {
            for part in fields
                .get("allOf")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                parts.extend(
                    part["$ref"]
                        .as_str()
                        .and_then(|name| name.rsplit('/').next())
                        .map(str::to_owned),
                );
            }
            fields
                .values()
                .for_each(|field| parts.extend(all_of_parts(field)));
        }
        Value::Array(items) => items.iter().for_each(|item| parts.extend(all_of_parts(item))),
        _ => {}
    }
    parts
}

#[track_caller]
pub(crate) fn check(method: &Method, path: &str, answer: &Answer) {
    let path = path.split('?').next().unwrap();
    let asked = format!("{method} {path} → {}", answer.status);
    let Some((template, operations)) = operation(path) else {
        assert_eq!(answer.status, 404, "{asked}: the description knows no such path");
        return;
    };
    let Some(operation) = operations.get(method.as_str().to_lowercase()) else {
        assert_eq!(
            answer.status, 405,
            "{asked}: the description knows no such method of {template}"
        );
        return;
    };
    let response = operation["responses"].get(answer.status.to_string());
    let response = response.unwrap_or_else(|| panic!("{asked}: undocumented status"));
    let Some(content) = response["content"]
        .as_object()
        .filter(|content| !content.is_empty())
    else {
        assert!(answer.bytes.is_empty(), "{asked}: an undocumented body");
        return;
    };
    let content_type = answer.header("content-type").split(';').next().unwrap();
    let media = content.get(content_type);
    let media = media.unwrap_or_else(|| panic!("{asked}: undocumented content type {content_type:?}"));
    if content_type.ends_with("json") {
        let key = format!("{method} {template} {} {content_type}", answer.status);
        let validator = validator(&key, &media["schema"]);
        let errors: Vec<String> = validator
            .iter_errors(&answer.json)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{asked}: {errors:#?}\n{:#}", answer.json);
    }
}

fn operation(path: &str) -> Option<(&'static str, &'static Value)> {
    let paths = DOCUMENT["paths"].as_object().unwrap();
    let exact = paths.get_key_value(path);
    exact
        .or_else(|| paths.iter().find(|(template, _)| fits(template, path)))
        .map(|(name, item)| (name.as_str(), item))
}

fn fits(template: &str, path: &str) -> bool {
    let (mut parts, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (parts.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(_)) if part.starts_with("{*") => return true,
            (Some(part), Some(_)) if part.starts_with('{') => {}
            (Some(part), Some(word)) if part == word => {}
            _ => return false,
        }
    }
}

fn validator(key: &str, schema: &Value) -> &'static Validator {
    let mut validators = VALIDATORS.lock().unwrap();
    if let Some(known) = validators.get(key) {
        return known;
    }
    let mut whole = json!({ "components": DOCUMENT["components"] });
    whole
        .as_object_mut()
        .unwrap()
        .extend(schema.as_object().unwrap().clone());
    let validator: &'static Validator = Box::leak(Box::new(jsonschema::validator_for(&whole).unwrap()));
    validators.insert(key.to_owned(), validator);
    validator
}
