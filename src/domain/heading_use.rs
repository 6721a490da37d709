//! What each heading of a file was taken for (specification 8, rule 2).

/// A heading of a file, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingUse {
    /// The heading as written.
    pub heading: String,
    /// The field that it was read as; `None` where it was not used.
    pub field: Option<&'static str>,
    /// The field that a heading looks like which was not used.
    pub looks_like: Option<&'static str>,
}

/// The headings of a file that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHeadings {
    /// The file, and the sheet where it has several.
    pub file: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its headings, in their order; those without a letter or digit left out.
    pub headings: Vec<HeadingUse>,
}
