//! Tables of any shape, and a writer of delimited text that knows nothing of
//! the reader.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// How a table is written.
#[derive(Debug, Clone)]
pub struct Style {
    pub delimiter: char,
    pub line_end: &'static str,
    pub encoding: Encoding,
    /// Whether the last line ends.
    pub ends: bool,
    /// Rows above the header.
    pub preamble: Vec<Vec<&'static str>>,
    /// Decides, cell by cell, whether quotes that are not needed are there.
    pub quotes: Vec<bool>,
    /// The order of the columns: repeatedly, which of those left comes next.
    pub order: Vec<Index>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16Little,
    Utf16Big,
    Windows1252,
}

pub fn style() -> impl Strategy<Value = Style> {
    use Encoding::{Utf8, Utf8WithMark, Utf16Big, Utf16Little, Windows1252};
    const LINES: [&[&str]; 5] = [
        &["Last Run", "", "", "11/05/2022 06:00"],
        &[],
        &["Patient Details", "", "", ""],
        &["Report", "Flu and COVID-19"],
        &["", ""],
    ];
    (
        select(&['|', ',', '\t', ';'][..]),
        select(&["\n", "\r\n", "\r"][..]),
        select(&[Utf8, Utf8, Utf8WithMark, Utf16Little, Utf16Big, Windows1252][..]),
        any::<bool>(),
        vec(select(&LINES[..]).prop_map(<[&str]>::to_vec), 0..4),
        vec(any::<bool>(), 16),
        vec(any::<Index>(), 12),
    )
        .prop_map(|(delimiter, line_end, encoding, ends, preamble, quotes, order)| Style {
            delimiter,
            line_end,
            encoding,
            ends,
            preamble,
            quotes,
            order,
        })
}

/// A line of a table.
#[derive(Debug, Clone)]
pub enum Line {
    /// Cells in the order of the header.
    Cells(Vec<String>, Tail),
    /// Nothing at all.
    Blank,
}

/// How a row of too many or too few cells ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// As many cells as the header.
    Whole,
    /// Empty cells at the end are left out.
    Short,
    /// One cell more.
    Long,
}

pub fn tail() -> impl Strategy<Value = Tail> {
    select(&[Tail::Whole, Tail::Whole, Tail::Short, Tail::Long][..])
}

/// Text that is hard on a reader. Every character is in Windows-1252, and no
/// two of them look like UTF-8 when written so.
pub fn awkward() -> impl Strategy<Value = String> {
    const PIECES: [&str; 20] = [
        "a", "Smith", "O'", "\\", "\"", "\"\"", ",", "|", ";", "\t", "\n", "\r\n", "\r", " ", "é ", "Zoë", "#", "=1+1",
        "''", "-",
    ];
    vec(select(&PIECES[..]), 0..7).prop_map(|pieces| pieces.concat())
}

impl Style {
    /// The bytes of a table.
    pub fn write(&self, header: &[&str], lines: &[Line]) -> Vec<u8> {
        let mut order: Vec<usize> = Vec::new();
        let mut left: Vec<usize> = (0..header.len()).collect();
        for index in &self.order {
            if !left.is_empty() {
                order.push(left.remove(index.index(left.len())));
            }
        }
        order.extend(left);
        let mut quotes = self.quotes.iter().copied().cycle();
        let mut written: Vec<String> =
            self.preamble.iter().map(|line| line.join(&self.delimiter.to_string())).collect();
        let header_cells: Vec<String> = order.iter().map(|column| header[*column].to_owned()).collect();
        written.push(self.row(&header_cells, &mut quotes));
        for line in lines {
            written.push(match line {
                Line::Blank => String::new(),
                Line::Cells(cells, tail) => {
                    let mut cells: Vec<String> = order.iter().map(|column| cells[*column].clone()).collect();
                    match tail {
                        Tail::Whole => {}
                        Tail::Long => cells.push(String::new()),
                        // A line of one empty cell is blank: not in an old Mac file.
                        Tail::Short => {
                            let least = if self.line_end == "\r" { 2 } else { 1 };
                            while cells.len() > least && cells.last().is_some_and(String::is_empty) {
                                cells.pop();
                            }
                        }
                    }
                    self.row(&cells, &mut quotes)
                }
            });
        }
        let mut text = written.join(self.line_end);
        if self.ends {
            text.push_str(self.line_end);
        }
        self.encode(&text)
    }

    fn row(&self, cells: &[String], quotes: &mut impl Iterator<Item = bool>) -> String {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| {
                let needed = cell.contains(['"', '\n', '\r', self.delimiter]);
                if quotes.next().unwrap() || needed {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            })
            .collect();
        cells.join(&self.delimiter.to_string())
    }

    fn encode(&self, text: &str) -> Vec<u8> {
        let units = || std::iter::once(0xFEFF).chain(text.encode_utf16());
        match self.encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8WithMark => format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf16Little => units().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Big => units().flat_map(u16::to_be_bytes).collect(),
            // The characters of `awkward` are those of Latin-1.
            Encoding::Windows1252 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
        }
    }

    /// The row number of the header, as a spreadsheet shows it.
    pub fn header_row(&self) -> u32 {
        u32::try_from(self.preamble.len() + 1).unwrap()
    }
}
