//! E-mail addresses to which a message can be sent.

/// The longest address (RFC 5321, with its two parts).
const LONGEST: usize = 320;
/// The longest name of a host, and of a part of it (RFC 1035).
const LONGEST_HOST: usize = 253;
const LONGEST_PART: usize = 63;

/// The e-mail address in a cell, without spaces around it; `None` where the
/// cell holds anything else, such as two addresses or a remark.
///
/// Stricter than the standard in the way mail services are: no quotation
/// marks, no two dots in a row, a host of at least two parts.
#[must_use]
pub fn usable_email(cell: &str) -> Option<&str> {
    let address = cell.trim_matches([' ', '\u{a0}']);
    let (local, host) = address.split_once('@')?;
    let is_local = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && local.chars().all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let mut parts = host.split('.');
    let is_host = host.len() <= LONGEST_HOST
        && host.contains('.')
        && parts.all(|part| {
            (1..=LONGEST_PART).contains(&part.len())
                && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && !part.starts_with('-')
                && !part.ends_with('-')
        })
        && host.rsplit('.').next().is_some_and(|top| top.len() >= 2 && !top.bytes().all(|byte| byte.is_ascii_digit()));
    (address.len() <= LONGEST && is_local && is_host && !address.contains("..")).then_some(address)
}

/// Whether the host is one that GOV.UK Notify takes: its last part of letters, or
/// in the spelling of other scripts (`xn--` and words with single hyphens); no
/// part with three hyphens in a row.
#[must_use]
pub fn has_notify_host(address: &str) -> bool {
    let host = address.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_ending = match last.strip_prefix("xn--") {
        Some(rest) => rest.split('-').all(|word| !word.is_empty()),
        None => last.bytes().all(|byte| byte.is_ascii_lowercase()),
    };
    is_ending && !host.contains("---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_used() {
        for cell in [
            "ada@example.org",
            "ada.fell+covid@mail.example.co.uk",
            "O'Neill_1@example.org",
            "ADA@EXAMPLE.ORG",
            "a@xn--bcher-kva.example",
        ] {
            assert_eq!(usable_email(cell), Some(cell));
        }
        assert_eq!(usable_email(" ada@example.org\u{a0}"), Some("ada@example.org"));
    }

    #[test]
    fn cells_that_are_no_address() {
        for cell in [
            "",
            "none",
            "ada",
            "@example.org",
            "ada@",
            "ada@example",
            "ada@@example.org",
            "ada@example..org",
            "a..da@example.org",
            ".ada@example.org",
            "ada.@example.org",
            "ada@-example.org",
            "ada@example.123",
            "ada@example.o",
            "ada fell@example.org",
            "ada@example.org (work)",
            "ada@example.org; bea@example.org",
            "ada@example.org,bea@example.org",
            "\"ada\"@example.org",
            "ada@exa\tmple.org",
            "\tada@example.org",
            "<ada@example.org>",
            "ada@exämple.org",
        ] {
            assert_eq!(usable_email(cell), None, "{cell}");
        }
        assert_eq!(usable_email(&format!("{}@example.org", "a".repeat(309))), None);
        assert_eq!(usable_email(&format!("a@{}.org", "a".repeat(64))), None);
    }

    #[test]
    fn hosts_that_notify_takes() {
        for address in
            ["ada@example.org", "ada@example.XN--VERMGENSBERATUNG-PWB", "ada@exam--ple.museum", "a---b@example.org"]
        {
            assert!(has_notify_host(address), "{address}");
        }
        for address in [
            "ada@example.c0m",
            "ada@example.xn--",
            "ada@example.a-b",
            "ada@example.xn--a--b",
            "ada@exam---ple.org",
            "ada@xn---example.org",
        ] {
            assert!(!has_notify_host(address), "{address}");
        }
    }
}
