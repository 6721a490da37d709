//! Objects whose keys are not known beforehand.

use serde::{Serialize, Serializer};

/// The entries of an object, in their order.
pub struct Entries<'r, V>(Vec<(&'r str, V)>);

impl<'r, V> Entries<'r, V> {
    /// An object has a key once: where it first stands, with the last value given.
    pub fn of(pairs: impl IntoIterator<Item = (&'r str, V)>) -> Self {
        Self(each_once(pairs))
    }
}

impl<V: Serialize> Serialize for Entries<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Each key once, where it first stands, with its last value.
pub fn each_once<'r, V>(pairs: impl IntoIterator<Item = (&'r str, V)>) -> Vec<(&'r str, V)> {
    let mut found: Vec<(&str, V)> = Vec::new();
    for (key, value) in pairs {
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, last)) => *last = value,
            None => found.push((key, value)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Entries;

    #[test]
    fn a_key_stands_once_where_it_stood_first_with_its_last_value() {
        let entries = Entries::of([("a", 1), ("b", 2), ("a", 3)]);
        assert_eq!(serde_json::to_string(&entries).ok().as_deref(), Some(r#"{"a":3,"b":2}"#));
    }
}
