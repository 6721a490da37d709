//! A look at the markup of a part while it is unpacked: how long its tags and
//! texts are, how deep, how many of what a reader keeps. In constant memory.

use memchr::{memchr, memchr2, memchr3};

use super::fault::{BookFault, Excess};
use super::unknown_cells::UnknownCells;
use crate::load::rows::limits::{
    DEEPEST, LARGEST_KEPT, LONGEST_MARKUP, LONGEST_NAME, MOST_FORMATS, MOST_KEPT, MOST_SHEETS, MOST_STRINGS,
};

/// So much of a tag is looked at. Tags of sheets are far shorter.
const LOOKED_AT: usize = 1 << 10;

/// The name of a cell stands within so many bytes of its tag.
const NAME_WITHIN: usize = 64;

/// What is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// In a tag, perhaps in a quoted value of it.
    Tag(Option<u8>),
    /// In a comment, CDATA section or instruction, until its end has been matched so far.
    Until(&'static [u8], usize),
}

/// What has been counted in a part so far.
#[derive(Debug)]
pub struct Markup {
    state: State,
    /// The beginning of the tag being read, without its `<`.
    tag: Vec<u8>,
    /// Bytes read.
    place: u64,
    /// Where the tag or text being read began.
    began: u64,
    /// Where the cell or shared string being read began.
    cell: Option<u64>,
    depth: u32,
    strings: u64,
    sheets: u64,
    formats: u64,
    kept: u64,
    /// Whether the whole part is kept in memory.
    is_kept: bool,
    /// The beginning of the tag of the cell being read.
    cell_tag: Vec<u8>,
    /// The relations of the sheets, by their names.
    pub sheet_relations: Vec<Vec<u8>>,
    /// Where relations lead, each with its name.
    pub relations: Vec<(Vec<u8>, Vec<u8>)>,
    /// Whether a row of a sheet is hidden.
    pub hidden_rows: bool,
    /// Whether the part names a type of workbook with macros.
    pub macros: bool,
    /// The cells whose values cannot be known.
    pub unknown: UnknownCells,
}

impl Markup {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            unknown: UnknownCells::default(),
            state: State::Text,
            tag: Vec::new(),
            place: 0,
            began: 0,
            cell: None,
            depth: 0,
            strings: 0,
            sheets: 0,
            formats: 0,
            kept: 0,
            is_kept: false,
            cell_tag: Vec::new(),
            sheet_relations: Vec::new(),
            relations: Vec::new(),
            hidden_rows: false,
            macros: false,
        }
    }

    /// Reads on.
    ///
    /// # Errors
    /// Where something is longer, deeper or more than may be, or a document
    /// type is declared, or the text is not UTF-8.
    pub fn read(&mut self, bytes: &[u8]) -> Result<(), BookFault> {
        if self.place == 0 && (bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")) {
            return Err(BookFault::Broken);
        }
        let mut rest = bytes;
        while !rest.is_empty() {
            let read = match self.state {
                State::Text => self.text(rest)?,
                State::Tag(Some(mark)) => self.quoted(rest, mark),
                State::Tag(None) => self.tag(rest)?,
                State::Until(end, matched) => {
                    self.place += 1;
                    self.until(end, matched, rest[0])?;
                    1
                }
            };
            rest = &rest[read..];
        }
        self.check_length()
    }

    /// Reads text up to a tag; gives how many bytes were read, like the others.
    fn text(&mut self, bytes: &[u8]) -> Result<usize, BookFault> {
        let Some(end) = memchr2(b'<', 0, bytes) else {
            self.place += bytes.len() as u64;
            return Ok(bytes.len());
        };
        if bytes[end] == 0 {
            // UTF-16 and its kin, in which tags could hide.
            return Err(BookFault::Broken);
        }
        self.place += end as u64 + 1;
        self.check_length()?;
        self.began = self.place;
        self.tag.clear();
        self.state = State::Tag(None);
        Ok(end + 1)
    }

    /// Reads a tag up to its end, or up to a quotation mark.
    fn tag(&mut self, bytes: &[u8]) -> Result<usize, BookFault> {
        // What is no tag shows it in its first bytes: they are read one by one.
        let marked = self.tag.first().map_or(bytes[0], |first| *first);
        let piece = if matches!(marked, b'!' | b'?') { &bytes[..1] } else { bytes };
        let end = memchr3(b'>', b'"', b'\'', piece);
        let read = end.map_or(piece.len(), |end| end + 1);
        self.place += read as u64;
        let ends = end.is_some_and(|end| piece[end] == b'>');
        self.keep(&piece[..read - usize::from(ends)]);
        if ends {
            self.end_tag()?;
            self.check_length()?;
            self.began = self.place;
            self.state = State::Text;
        } else if let Some(end) = end {
            self.state = State::Tag(Some(piece[end]));
        } else if matches!(marked, b'!' | b'?') {
            self.state = self.special()?;
        }
        Ok(read)
    }

    /// Reads a quoted value up to its end.
    fn quoted(&mut self, bytes: &[u8], mark: u8) -> usize {
        let end = memchr(mark, bytes);
        let read = end.map_or(bytes.len(), |end| end + 1);
        self.place += read as u64;
        self.keep(&bytes[..read]);
        if end.is_some() {
            self.state = State::Tag(None);
        }
        read
    }

    /// Keeps the beginning of a tag, to look at it at its end.
    fn keep(&mut self, bytes: &[u8]) {
        let room = LOOKED_AT.saturating_sub(self.tag.len());
        self.tag.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// What a tag that begins so is.
    fn special(&mut self) -> Result<State, BookFault> {
        match &self.tag[..] {
            b"?" => Ok(State::Until(b"?>", 0)),
            b"!--" => Ok(State::Until(b"-->", 0)),
            // A text that cells share: nobody knows which they are.
            b"![CDATA[" if self.cell.is_some() && self.cell_tag.is_empty() => Err(BookFault::Cdata),
            b"![CDATA[" if self.cell.is_some() && self.cell_place().is_none() => Err(BookFault::Cdata),
            b"![CDATA[" => {
                if self.cell.is_some() {
                    let place = self.cell_place();
                    self.unknown.add(place);
                }
                Ok(State::Until(b"]]>", 0))
            }
            tag if tag.first() == Some(&b'!') => {
                let may_become = [&b"!--"[..], b"![CDATA["].iter().any(|whole| whole.starts_with(tag));
                if may_become { Ok(State::Tag(None)) } else { Err(BookFault::Entities) }
            }
            _ => Ok(State::Tag(None)),
        }
    }

    /// One byte on in a comment, CDATA section or instruction.
    fn until(&mut self, end: &'static [u8], matched: usize, byte: u8) -> Result<(), BookFault> {
        self.keep(&[byte]);
        let matched = match byte {
            _ if byte == end[matched] => matched + 1,
            // A third bracket or dash still leaves two.
            _ if matched == 2 && byte == end[0] => 2,
            _ => usize::from(byte == end[0]),
        };
        self.state = State::Until(end, matched);
        if matched == end.len() {
            // The encoding that an XML declaration names: another could hide tags.
            let declared = self.tag.to_ascii_lowercase();
            let has = |word: &[u8]| declared.windows(word.len()).any(|window| window == word);
            if declared.starts_with(b"?xml") && has(b"encoding") && !has(b"utf-8") {
                return Err(BookFault::Broken);
            }
            self.check_length()?;
            self.began = self.place;
            self.state = State::Text;
        }
        Ok(())
    }

    /// Nothing may be longer than a reader can be given memory for.
    fn check_length(&self) -> Result<(), BookFault> {
        let from = self.cell.unwrap_or(self.began).min(self.began);
        if self.place - from > LONGEST_MARKUP { Err(BookFault::TooMuch(Excess::Markup)) } else { Ok(()) }
    }

    /// The row and column of the cell being read, counted from nought; none of a shared string.
    fn cell_place(&self) -> Option<(u32, u32)> {
        let name = attribute(&self.cell_tag, b" r=")?;
        let letters = name.iter().take_while(|byte| byte.is_ascii_uppercase()).count().min(4);
        let column = name.get(..letters)?.iter().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
        let row: u32 = std::str::from_utf8(name.get(letters..)?).ok()?.parse().ok()?;
        Some((row.checked_sub(1)?, column.checked_sub(1)?))
    }

    fn end_tag(&mut self) -> Result<(), BookFault> {
        let closes = self.tag.first() == Some(&b'/');
        let empty = self.tag.last() == Some(&b'/');
        let name = local_name(&self.tag[usize::from(closes)..]);
        if closes {
            self.depth = self.depth.saturating_sub(1);
            if matches!(name, b"c" | b"si" | b"row" | b"sheetData" | b"sst") {
                self.cell = None;
            }
            return Ok(());
        }
        self.depth += u32::from(!empty);
        let excess = match name {
            b"c" => {
                self.cell = (!empty).then_some(self.began);
                self.cell_tag.clear();
                self.cell_tag.extend_from_slice(self.tag.get(..NAME_WITHIN).unwrap_or(&self.tag));
                if attribute(&self.tag, b" t=") == Some(b"e") && !empty {
                    let place = self.cell_place();
                    self.unknown.add(place);
                }
                None
            }
            b"si" => {
                self.cell_tag.clear();
                self.cell = (!empty).then_some(self.began);
                self.strings += 1;
                (self.strings > MOST_STRINGS).then_some(Excess::Strings)
            }
            // A reader gives memory to as many strings as are announced.
            b"sst" => (self.tag.len() >= LOOKED_AT || announces_too_many(&self.tag)).then_some(Excess::Strings),
            b"sheet" => {
                self.sheets += 1;
                self.is_kept = true;
                self.sheet_relations.extend(attribute(&self.tag, b":id=").map(<[u8]>::to_vec));
                (self.sheets > MOST_SHEETS).then_some(Excess::Sheets)
            }
            b"xf" => {
                self.formats += 1;
                self.is_kept = true;
                (self.formats > MOST_FORMATS).then_some(Excess::Kept)
            }
            b"definedName" | b"Relationship" => {
                if let (Some(id), Some(target)) = (attribute(&self.tag, b" Id="), attribute(&self.tag, b" Target=")) {
                    self.relations.push((id.to_vec(), target.to_vec()));
                }
                self.kept += 1;
                self.is_kept = true;
                (self.kept > MOST_KEPT).then_some(Excess::Kept)
            }
            b"font" | b"fill" | b"border" => {
                self.kept += 1;
                (self.kept > MOST_KEPT).then_some(Excess::Kept)
            }
            b"numFmt" | b"name" => {
                self.kept += 1;
                (self.kept > MOST_KEPT || self.tag.len() > LONGEST_NAME).then_some(Excess::Kept)
            }
            b"row" => {
                self.hidden_rows |= has(&self.tag, b" hidden=\"1\"") || has(&self.tag, b" hidden=\"true\"");
                None
            }
            b"Override" | b"Default" => {
                self.macros |= has(&self.tag, b"macroEnabled");
                None
            }
            _ => None,
        };
        let too_large = self.is_kept && self.place > LARGEST_KEPT;
        let excess = excess.or(too_large.then_some(Excess::Kept)).or((self.depth > DEEPEST).then_some(Excess::Depth));
        excess.map_or(Ok(()), |excess| Err(BookFault::TooMuch(excess)))
    }
}

/// The value of an attribute, by its name with what stands before and after it.
fn attribute<'t>(tag: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    let start = tag.windows(name.len()).position(|window| window == name)? + name.len();
    let (mark, value) = tag.get(start..)?.split_first()?;
    value.get(..value.iter().position(|byte| byte == mark)?)
}

/// The name of a tag without its prefix.
fn local_name(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(tag.len());
    let name = &tag[..end];
    name.iter().rposition(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..])
}

fn has(text: &[u8], word: &[u8]) -> bool {
    text.windows(word.len()).any(|window| window == word)
}

/// Whether the shared strings announce more of them than may be.
fn announces_too_many(tag: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    (0..tag.len()).filter(|start| tag[*start..].starts_with(NAME)).any(|start| {
        let digits: Vec<u8> = tag[start + NAME.len()..]
            .iter()
            .copied()
            .skip_while(|byte| !byte.is_ascii_digit())
            .take_while(u8::is_ascii_digit)
            .collect();
        let announced: u64 = std::str::from_utf8(&digits).ok().and_then(|text| text.parse().ok()).unwrap_or(u64::MAX);
        announced > MOST_STRINGS
    })
}

#[cfg(test)]
mod tests;
