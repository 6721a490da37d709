//! Cells by the names that spreadsheets give them.

/// A cell as spreadsheets name it.
#[must_use]
pub fn place(column: u32, row: u32) -> String {
    let (mut letters, mut left) = (Vec::new(), column + 1);
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn columns_are_counted_in_letters() {
        for (column, shown) in [(0, "A7"), (25, "Z7"), (26, "AA7"), (701, "ZZ7"), (702, "AAA7")] {
            assert_eq!(place(column, 7), shown);
        }
    }
}
