//! Options that take one of the named values of a type.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::domain::Described;

/// Reads a value by its name. Help, completions and the message of a wrong
/// value show every name, in the order of the type's own list.
pub fn named_value<T: Described + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let offered = T::ALL.iter().map(|value| PossibleValue::new(value.name()).help(value.help()));
    // The parser has refused every other text.
    PossibleValuesParser::new(offered).try_map(|name| T::named(&name).ok_or("not a value of this option"))
}
