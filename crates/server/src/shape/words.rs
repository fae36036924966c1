//! Schemas of the words that the domain defines, so that the description never lacks one.

use saqta_domain::alarm::{AlarmKind, Factor, Flag, Origin, Outcome};
use saqta_domain::name::Language;
use saqta_domain::permission::Role;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

fn words(codes: impl Iterator<Item = &'static str>) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes))
        .build()
}

pub(crate) fn kind() -> Object {
    words(AlarmKind::ALL.iter().map(|word| word.code()))
}

pub(crate) fn origin() -> Object {
    words(Origin::ALL.iter().map(|word| word.code()))
}

pub(crate) fn outcome() -> Object {
    words(Outcome::ALL.iter().map(|word| word.code()))
}

pub(crate) fn factor() -> Object {
    words(Factor::ALL.iter().map(|word| word.code()))
}

pub(crate) fn language() -> Object {
    words(Language::ALL.iter().map(|word| word.code()))
}

pub(crate) fn state() -> Object {
    words(["raised", "acknowledged", "responding", "attended", "closed"].into_iter())
}

pub(crate) fn role() -> Object {
    words(Role::ALL.iter().map(|word| word.code()))
}

/// Flags are no closed list: a newer server may know more, and a reader shows those it does not know as they are.
pub(crate) fn flag() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(
            "What was uncertain. A reader shows one it does not know as it is.",
        ))
        .examples(Flag::ALL.iter().map(|word| word.code()))
        .build()
}
