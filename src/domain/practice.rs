//! Practices, and the scope they make.

use super::OdsCode;

/// A practice of the caller's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// ODS code.
    pub code: OdsCode,
    /// Name, or empty.
    pub name: String,
    /// Code of its Primary Care Network, or empty.
    pub pcn_code: String,
    /// Name of its Primary Care Network, or empty.
    pub pcn_name: String,
}

impl Practice {
    /// Its Primary Care Network, by name where there is one; empty without any.
    fn network(&self) -> String {
        match (self.pcn_name.as_str(), self.pcn_code.as_str()) {
            ("", "") => String::new(),
            ("", code) => format!("PCN {code}"),
            (name, "") => name.to_owned(),
            (name, code) => format!("{name} ({code})"),
        }
    }
}

/// The practices the caller may see, in code order.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    practices: Vec<Practice>,
    /// Where each of them stands in the list they came from.
    listed: Vec<usize>,
}

impl Scope {
    /// The scope of these practices.
    #[must_use]
    pub fn new(practices: Vec<Practice>) -> Self {
        let mut listed: Vec<(usize, Practice)> = practices.into_iter().enumerate().collect();
        listed.sort_by_key(|(_, practice)| practice.code);
        listed.dedup_by_key(|(_, practice)| practice.code);
        let (listed, practices) = listed.into_iter().unzip();
        Self { practices, listed }
    }

    /// The practices, in code order.
    #[must_use]
    pub fn practices(&self) -> &[Practice] {
        &self.practices
    }

    /// The index of a practice in [`Scope::practices`].
    #[must_use]
    pub fn find(&self, code: OdsCode) -> Option<u16> {
        self.practices
            .binary_search_by_key(&code, |practice| practice.code)
            .ok()
            .and_then(|index| u16::try_from(index).ok())
    }

    /// The practice at an index given by [`Scope::find`].
    #[must_use]
    pub fn get(&self, index: u16) -> &Practice {
        &self.practices[usize::from(index)]
    }

    /// Where a practice stands in the list that the practices came from.
    #[must_use]
    pub fn place_in_list(&self, index: u16) -> usize {
        self.listed[usize::from(index)]
    }

    /// Whose practices these are, in words: the practice, else the Primary Care
    /// Network or Networks, else how many practices.
    #[must_use]
    pub fn organisation(&self) -> String {
        if let [practice] = &self.practices[..] {
            let code = practice.code;
            return if practice.name.is_empty() { code.to_string() } else { format!("{} ({code})", practice.name) };
        }
        let mut networks: Vec<String> = self.practices.iter().map(Practice::network).collect();
        networks.sort_unstable();
        networks.dedup();
        match &networks[..] {
            [name] if !name.is_empty() => name.clone(),
            [one, two] if !one.is_empty() => format!("{one} and {two}"),
            _ => format!("{} practices", self.practices.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn practice(code: &str, name: &str, (pcn_code, pcn_name): (&str, &str)) -> Practice {
        Practice {
            code: OdsCode::read(code.as_bytes()).unwrap(),
            name: name.to_owned(),
            pcn_code: pcn_code.to_owned(),
            pcn_name: pcn_name.to_owned(),
        }
    }

    #[test]
    fn the_organisation_is_named_as_closely_as_the_list_allows() {
        let (river, hill) = (("U10001", "River PCN"), ("U10002", ""));
        for (practices, words) in [
            (vec![practice("Q10001", "Mill Surgery", river)], "Mill Surgery (Q10001)"),
            (vec![practice("Q10001", "", river)], "Q10001"),
            (vec![practice("Q10001", "A", river), practice("Q10002", "B", river)], "River PCN (U10001)"),
            (vec![practice("Q10001", "A", river), practice("Q10002", "B", hill)], "PCN U10002 and River PCN (U10001)"),
            (vec![practice("Q10001", "A", ("", "")), practice("Q10002", "B", river)], "2 practices"),
        ] {
            assert_eq!(Scope::new(practices).organisation(), words);
        }
    }
}
