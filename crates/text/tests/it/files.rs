//! The files of `locales/`, the server's and the browser's alike: each language says the same things with the same
//! arguments, and counts by its own CLDR plural rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser;
use saqta_text::Language;

/// One message or attribute, as far as the languages must agree on it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    arguments: BTreeSet<String>,
    terms: BTreeSet<String>,
    /// The keys of every selector by plural form.
    plurals: Vec<BTreeSet<String>>,
    /// The keys of every selector by word, by the argument that selects.
    words: BTreeMap<String, BTreeSet<String>>,
}

/// The shapes of one file, by `id` or `id.attribute`.
type File = BTreeMap<String, Shape>;

#[test]
fn the_languages_have_the_same_files() {
    let names = |language| catalogue(language).into_keys().collect::<BTreeSet<_>>();
    for language in [Language::Kk, Language::Ru] {
        assert_eq!(
            names(language),
            names(Language::En),
            "files of {language} (left) and en (right)"
        );
    }
}

#[test]
fn the_languages_have_the_same_messages_with_the_same_arguments() {
    let english = catalogue(Language::En);
    let mut differences = Vec::new();
    for language in [Language::Kk, Language::Ru] {
        let theirs = catalogue(language);
        for (name, file) in &english {
            let empty = File::new();
            differences.extend(compare(language, name, theirs.get(name).unwrap_or(&empty), file));
        }
    }
    assert!(
        differences.is_empty(),
        "the catalogues differ:\n{}",
        differences.join("\n")
    );
}

#[test]
fn a_choice_by_number_covers_exactly_the_plural_forms_of_its_language() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let expected: BTreeSet<String> = plural_forms(language).iter().map(ToString::to_string).collect();
        for (name, file) in catalogue(language) {
            for (id, shape) in file {
                for keys in shape.plurals.iter().filter(|keys| **keys != expected) {
                    wrong.push(format!(
                        "{language}/{name}: {id} has {keys:?}, {language} counts by {expected:?}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "plural forms:\n{}", wrong.join("\n"));
}

#[test]
fn one_id_is_said_in_one_file() {
    for language in Language::ALL {
        let mut home: BTreeMap<String, String> = BTreeMap::new();
        for (name, file) in catalogue(language) {
            for id in file.into_keys() {
                if let Some(other) = home.insert(id.clone(), name.clone()) {
                    panic!("{language}: {id} stands in {other} and in {name}");
                }
            }
        }
    }
}

/// The cardinal forms of CLDR for integers, and the form that Fluent takes for anything else.
fn plural_forms(language: Language) -> &'static [&'static str] {
    match language {
        Language::Kk | Language::En => &["one", "other"],
        Language::Ru => &["one", "few", "many", "other"],
    }
}

fn compare(language: Language, name: &str, theirs: &File, english: &File) -> Vec<String> {
    let mut differences = Vec::new();
    for id in english.keys().filter(|id| !theirs.contains_key(*id)) {
        differences.push(format!("{language}/{name} lacks {id}"));
    }
    for (id, shape) in theirs {
        let Some(model) = english.get(id) else {
            differences.push(format!("{language}/{name} has {id}, en has not"));
            continue;
        };
        if (&shape.arguments, &shape.terms) != (&model.arguments, &model.terms) {
            differences.push(format!(
                "{language}/{name}: {id} uses {:?} {:?}, en uses {:?} {:?}",
                shape.arguments, shape.terms, model.arguments, model.terms
            ));
        }
        if shape.words != model.words {
            differences.push(format!(
                "{language}/{name}: {id} chooses among {:?}, en among {:?}",
                shape.words, model.words
            ));
        }
    }
    differences
}

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../locales")
        .join(language.tag())
}

fn catalogue(language: Language) -> BTreeMap<String, File> {
    let folder = folder(language);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = BTreeMap::new();
    for path in entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
    {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).unwrap();
        let file = shapes(&source).unwrap_or_else(|fault| panic!("{language}/{name}: {fault}"));
        files.insert(name, file);
    }
    files
}

fn shapes(source: &str) -> Result<File, String> {
    let resource = parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut file = File::new();
    let mut add = |id: String, pattern: &Pattern<&str>| {
        let mut shape = Shape::default();
        visit_pattern(&mut shape, pattern);
        match file.insert(id.clone(), shape) {
            Some(_) => Err(format!("{id} is said twice")),
            None => Ok(()),
        }
    };
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (
                message.id.name.to_owned(),
                message.value.as_ref(),
                &message.attributes,
            ),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            Entry::Junk { content } => return Err(format!("not understood: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
        };
        if let Some(value) = value {
            add(id.clone(), value)?;
        }
        for attribute in attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value)?;
        }
    }
    Ok(file)
}

fn visit_pattern(shape: &mut Shape, pattern: &Pattern<&str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            visit_expression(shape, expression);
        }
    }
}

fn visit_expression(shape: &mut Shape, expression: &Expression<&str>) {
    match expression {
        Expression::Inline(inline) => visit_inline(shape, inline),
        Expression::Select { selector, variants } => {
            visit_inline(shape, selector);
            note_choice(shape, selector, variants);
            for variant in variants {
                visit_pattern(shape, &variant.value);
            }
        }
    }
}

fn visit_inline(shape: &mut Shape, inline: &InlineExpression<&str>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            shape.arguments.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            shape.terms.insert(id.name.to_owned());
            if let Some(arguments) = arguments {
                visit_call(shape, arguments);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => visit_call(shape, arguments),
        InlineExpression::Placeable { expression } => visit_expression(shape, expression),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. } => {}
    }
}

fn visit_call(shape: &mut Shape, arguments: &CallArguments<&str>) {
    for argument in arguments
        .positional
        .iter()
        .chain(arguments.named.iter().map(|named| &named.value))
    {
        visit_inline(shape, argument);
    }
}

/// Files a selector's keys as plural forms where any of them is one, as words otherwise. Exact numbers (`[0]`) may
/// stand in any language beside the forms.
fn note_choice(shape: &mut Shape, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
    let keys: BTreeSet<String> = variants
        .iter()
        .filter_map(|variant| match variant.key {
            VariantKey::Identifier { name } => Some(name.to_owned()),
            VariantKey::NumberLiteral { .. } => None,
        })
        .collect();
    if keys
        .iter()
        .any(|key| ["zero", "one", "two", "few", "many"].contains(&key.as_str()))
    {
        shape.plurals.push(keys);
    } else if let InlineExpression::VariableReference { id } = selector {
        shape.words.entry(id.name.to_owned()).or_default().extend(keys);
    }
}

#[test]
fn the_check_itself_sees_arguments_plural_forms_and_words() {
    let file = shapes(
        "a = { $who } took { $n ->\n    [one] it\n   *[other] { $n } of them\n }\n    .do = { $state ->\n    [raised] x\n   *[other] y\n }\n",
    )
    .unwrap();
    let set = |keys: &[&str]| keys.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(file["a"].arguments, set(&["n", "who"]));
    assert_eq!(file["a"].plurals, [set(&["one", "other"])]);
    assert_eq!(file["a.do"].words["state"], set(&["other", "raised"]));
    assert!(shapes("broken = { $\n").is_err());
}
