//! What Royal Mail and the forces' post deliver to.

/// Every postcode area of the United Kingdom and the Crown Dependencies (Royal
/// Mail, *Postcode Address File*; the same that GOV.UK Notify knows, but for
/// GIR, which has no such postcodes). BF is that of the forces, BX has no place.
const AREAS: [&str; 126] = [
    "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH", "CM",
    "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX",
    "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE",
    "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG",
    "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG",
    "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW",
    "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// Whether upper-case letters and digits without spaces have the form of a
/// postcode, in an area that exists: `A9`, `A99`, `A9A`, `AA9`, `AA99` or
/// `AA9A`, then a digit and two letters that are none of C, I, K, M, O and V
/// (Royal Mail, *Postcode Address File*).
pub fn is_postcode(code: &str) -> bool {
    let Some((outward, [digit, one, two])) = code.as_bytes().split_last_chunk() else { return false };
    let last = |letter: &u8| letter.is_ascii_uppercase() && !b"CIKMOV".contains(letter);
    let letters = outward.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (area, district) = outward.split_at(letters);
    let is_district = match district {
        [digit] => digit.is_ascii_digit(),
        [digit, other] => digit.is_ascii_digit() && (other.is_ascii_digit() || other.is_ascii_uppercase()),
        _ => false,
    };
    AREAS.iter().any(|known| known.as_bytes() == area)
        && is_district
        && digit.is_ascii_digit()
        && last(one)
        && last(two)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_postcode() {
        for code in ["L791AA", "L711AA", "L7A1AA", "LS71AA", "LS711AA", "LS7A1AA", "GY11AA", "BF11AA"] {
            assert!(is_postcode(code), "{code}");
        }
        for code in [
            "", "1AA", "LS1AA", "LSS11AA", "LS1111AA", "LS1AB1AA", "LS1 1AA", "LS11CA", "LS11AO", "111AA", "ÄS11AA",
            // Areas that do not exist, Gibraltar, Girobank.
            "QQ11AA", "Q11AA", "GX111AA", "GIR0AA", "C11AA",
        ] {
            assert!(!is_postcode(code), "{code}");
        }
    }

    #[test]
    fn areas_are_in_order_and_there_once() {
        assert!(AREAS.is_sorted_by(|a, b| a < b));
    }
}
