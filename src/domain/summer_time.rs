//! British Summer Time, also of the years in which people were born.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Weekday};

/// From which day to which, year, month and day as one number, clocks were an
/// hour before Greenwich until the rule of today: all through the years of the
/// war, and from 18/02/1968 to 31/10/1971. Until 1980 they were changed at
/// 02:00 GMT, since then at 01:00 (Summer Time Acts 1916 to 1972 and their
/// orders, as the time zone database has them).
const UNTIL_1995: [(u32, u32); 72] = [
    (1916_0521, 1916_1001),
    (1917_0408, 1917_0917),
    (1918_0324, 1918_0930),
    (1919_0330, 1919_0929),
    (1920_0328, 1920_1025),
    (1921_0403, 1921_1003),
    (1922_0326, 1922_1008),
    (1923_0422, 1923_0916),
    (1924_0413, 1924_0921),
    (1925_0419, 1925_1004),
    (1926_0418, 1926_1003),
    (1927_0410, 1927_1002),
    (1928_0422, 1928_1007),
    (1929_0421, 1929_1006),
    (1930_0413, 1930_1005),
    (1931_0419, 1931_1004),
    (1932_0417, 1932_1002),
    (1933_0409, 1933_1008),
    (1934_0422, 1934_1007),
    (1935_0414, 1935_1006),
    (1936_0419, 1936_1004),
    (1937_0418, 1937_1003),
    (1938_0410, 1938_1002),
    (1939_0416, 1939_1119),
    (1940_0225, 1945_1007),
    (1946_0414, 1946_1006),
    (1947_0316, 1947_1102),
    (1948_0314, 1948_1031),
    (1949_0403, 1949_1030),
    (1950_0416, 1950_1022),
    (1951_0415, 1951_1021),
    (1952_0420, 1952_1026),
    (1953_0419, 1953_1004),
    (1954_0411, 1954_1003),
    (1955_0417, 1955_1002),
    (1956_0422, 1956_1007),
    (1957_0414, 1957_1006),
    (1958_0420, 1958_1005),
    (1959_0419, 1959_1004),
    (1960_0410, 1960_1002),
    (1961_0326, 1961_1029),
    (1962_0325, 1962_1028),
    (1963_0331, 1963_1027),
    (1964_0322, 1964_1025),
    (1965_0321, 1965_1024),
    (1966_0320, 1966_1023),
    (1967_0319, 1967_1029),
    (1968_0218, 1971_1031),
    (1972_0319, 1972_1029),
    (1973_0318, 1973_1028),
    (1974_0317, 1974_1027),
    (1975_0316, 1975_1026),
    (1976_0321, 1976_1024),
    (1977_0320, 1977_1023),
    (1978_0319, 1978_1029),
    (1979_0318, 1979_1028),
    (1980_0316, 1980_1026),
    (1981_0329, 1981_1025),
    (1982_0328, 1982_1024),
    (1983_0327, 1983_1023),
    (1984_0325, 1984_1028),
    (1985_0331, 1985_1027),
    (1986_0330, 1986_1026),
    (1987_0329, 1987_1025),
    (1988_0327, 1988_1023),
    (1989_0326, 1989_1029),
    (1990_0325, 1990_1028),
    (1991_0331, 1991_1027),
    (1992_0329, 1992_1025),
    (1993_0328, 1993_1024),
    (1994_0327, 1994_1023),
    (1995_0326, 1995_1022),
];

/// The same where they were two hours before Greenwich, changed at 01:00 GMT.
const DOUBLE: [(u32, u32); 6] = [
    (1941_0504, 1941_0810),
    (1942_0405, 1942_0809),
    (1943_0404, 1943_0815),
    (1944_0402, 1944_0917),
    (1945_0402, 1945_0715),
    (1947_0413, 1947_0810),
];

/// By how many hours clocks in Europe/London are before Greenwich.
#[must_use]
pub fn hours_before_greenwich(utc: NaiveDateTime) -> i64 {
    let (year, hour) = (utc.year(), utc.hour());
    if year > 1995 {
        return i64::from(is_by_rule(utc));
    }
    let day = u32::try_from(year).unwrap_or(0) * 10_000 + utc.month() * 100 + utc.day();
    let is_in = |times: &[(u32, u32)], change: u32| {
        let now = (day, hour);
        times.iter().any(|(from, to)| ((*from, change)..(*to, change)).contains(&now))
    };
    let change = if year < 1981 { 2 } else { 1 };
    i64::from(is_in(&UNTIL_1995, change)) + i64::from(is_in(&DOUBLE, 1))
}

/// Whether summer time is in force by the rule since 1996: from 01:00 GMT on
/// the last Sunday of March to 01:00 GMT on the last Sunday of October (Summer
/// Time Order 2002).
fn is_by_rule(utc: NaiveDateTime) -> bool {
    last_sunday(utc.year(), 3)
        .zip(last_sunday(utc.year(), 10))
        .and_then(|(start, end)| start.and_hms_opt(1, 0, 0).zip(end.and_hms_opt(1, 0, 0)))
        .is_some_and(|(start, end)| (start..end).contains(&utc))
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(u64::from(last.weekday().days_since(Weekday::Sun))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_of_the_years_of_birth() {
        for (utc, hours) in [
            ("1915-07-01T00:00:00", 0),
            ("1916-05-21T01:59:59", 0),
            ("1916-05-21T02:00:00", 1),
            ("1940-12-25T00:00:00", 1),
            ("1941-05-04T00:59:59", 1),
            ("1941-05-04T01:00:00", 2),
            ("1945-12-25T00:00:00", 0),
            ("1947-04-13T01:00:00", 2),
            ("1968-02-18T01:59:59", 0),
            ("1968-02-18T02:00:00", 1),
            ("1969-01-01T00:00:00", 1),
            ("1971-10-31T01:59:59", 1),
            ("1971-10-31T02:00:00", 0),
            ("1972-03-19T02:00:00", 1),
            ("1981-03-29T01:00:00", 1),
            ("1995-10-22T01:00:00", 0),
            ("1996-10-20T01:00:00", 1),
            ("2022-03-27T00:59:59", 0),
            ("2022-03-27T01:00:00", 1),
            ("2022-10-30T01:00:00", 0),
        ] {
            assert_eq!(hours_before_greenwich(utc.parse().unwrap()), hours, "{utc}");
        }
    }
}
