//! A failure as it is said.

use crate::domain::NhsNumber;
use crate::exit::Failure;

/// A failure in words, or as JSON. What was typed may have been somebody's
/// number: it is masked.
pub fn failure_text(failure: &Failure, as_json: bool) -> String {
    let message = NhsNumber::mask_all(&failure.to_string());
    if as_json {
        serde_json::json!({"error": {"code": failure.exit.code(), "kind": failure.exit.kind(), "message": message}})
            .to_string()
    } else {
        format!("vaxdash: {message}")
    }
}
