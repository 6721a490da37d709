//! What is known of headers beside the built-in table.

use super::headings::UserHeadings;
use super::own_headers::OwnHeaders;

/// What is known of headers beside the built-in table.
#[derive(Debug, Clone, Default)]
pub struct KnownHeaders {
    /// Headings that the user has named.
    pub named: UserHeadings,
    /// The headers of what vaxdash itself writes.
    pub own: OwnHeaders,
}
