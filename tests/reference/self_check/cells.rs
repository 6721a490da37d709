//! Hand-worked cases of section 1.3 and of ages.

use super::super::cells::nhs_number;
use super::super::dates::{age_on, read_date, read_date_of_death, six_months_after};
use super::on;

#[test]
fn an_nhs_number_is_stripped_and_then_checked() {
    for text in [
        "999 000 0018",
        "999-000-0018",
        "'9990000018",
        "9990000018.0",
        "999\u{a0}000\u{a0}0018",
        "=\"9990000018\"",
        "\"9990000018\"",
        "9990000018.00",
        "\u{200b}9990000018",
    ] {
        assert_eq!(nhs_number(text).as_deref(), Some("9990000018"), "{text}");
    }
    for text in ["9990000019", "999000001", "9.99E+09", "9999999999", "0123456789", "0", ""] {
        assert_eq!(nhs_number(text), None, "{text}");
    }
}

#[test]
fn dates_are_read_day_first_or_year_first_and_never_with_two_digit_years() {
    let expected = Some(on((5, 12, 2021)));
    for text in [
        "20211205",
        "2021-12-05",
        "05/12/2021",
        "05-12-2021",
        "05-Dec-2021",
        "05 DEC 2021",
        "20211205T103000",
        "20211205T10300001",
        "2021-12-05T10:30:00+01",
        "05/12/2021 10:30",
        "05 Dec 2021 10:30",
        "2021/12/05",
        "5/12/2021",
        "5-12-2021",
        "05Dec2021",
        "Dec 05 2021 10:30AM",
        "20211205103000",
        "05/12/2021, 10:30",
        "05-December-2021",
        "'05/12/2021",
        "=\"2021-12-05\"",
    ] {
        assert_eq!(read_date(text), expected, "{text}");
    }
    for text in ["05/12/21", "12/25/2021", "31/02/2021", "20211345", "2021", "", "unknown", "20211205x"] {
        assert_eq!(read_date(text), None, "{text}");
    }
    assert_eq!(read_date_of_death("2021"), Some(on((1, 1, 2021))));
    assert_eq!(read_date_of_death("202105"), Some(on((1, 5, 2021))));
    assert_eq!(read_date_of_death("2021-05"), Some(on((1, 5, 2021))));
    assert_eq!(read_date_of_death("202113"), None);
}

#[test]
fn a_leap_day_birthday_falls_on_the_first_of_march() {
    let born = on((29, 2, 2004));
    assert_eq!(age_on(born, on((28, 2, 2022))), 17);
    assert_eq!(age_on(born, on((1, 3, 2022))), 18);
    assert_eq!(age_on(born, on((29, 2, 2020))), 16);
    assert_eq!(age_on(born, on((28, 2, 2020))), 15);
}

#[test]
fn six_months_end_with_the_shorter_month() {
    assert_eq!(six_months_after(on((31, 12, 2023))), on((30, 6, 2024)));
    assert_eq!(six_months_after(on((31, 8, 2023))), on((29, 2, 2024)));
}
