//! The codes of the sites where vaccines were given, each kept once.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::domain::Site;

/// The site codes of the caller's people's doses.
pub struct SiteCodes {
    /// The codes; the first is empty, for "not recorded".
    codes: Vec<String>,
    index: HashMap<String, u32, FixedState>,
}

impl Default for SiteCodes {
    fn default() -> Self {
        Self { codes: vec![String::new()], index: HashMap::default() }
    }
}

impl SiteCodes {
    /// The place of a code, which is remembered where it is new.
    pub fn place(&mut self, code: &str) -> Site {
        if code.is_empty() {
            return Site::default();
        }
        if let Some(place) = self.index.get(code) {
            return Site(*place);
        }
        let place = u32::try_from(self.codes.len()).unwrap_or(0);
        self.codes.push(code.to_owned());
        self.index.insert(code.to_owned(), place);
        Site(place)
    }

    /// The codes by place.
    pub fn into_codes(self) -> Vec<String> {
        self.codes
    }
}
