//! Names of parts of the page, by which links find them: each is given once.

/// The names given so far.
#[derive(Default)]
pub struct Identifiers(Vec<String>);

impl Identifiers {
    /// A name made of these words.
    pub fn of(&mut self, words: &str) -> String {
        let letters = words.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
        let parts: String = letters.collect();
        let parts: Vec<&str> = parts.split('-').filter(|part| !part.is_empty()).collect();
        let wanted = if parts.is_empty() { "part".to_owned() } else { parts.join("-") };
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let given = std::iter::once(wanted.clone()).chain(numbered).find(|name| !self.0.contains(name));
        let given = given.unwrap_or(wanted);
        self.0.push(given.clone());
        given
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_given_once_and_is_plain() {
        let mut names = Identifiers::default();
        let given = ["Ages 16-17", "ages 16/17", "\"><b>", "", "…"].map(|words| names.of(words));
        assert_eq!(given, ["ages-16-17", "ages-16-17-2", "b", "part", "part-2"]);
    }
}
