//! The marks of a stretch of text: delimiters, line ends, quotation marks.
//!
//! They are those of regular text: every quotation mark opens a cell, closes
//! one, or is one of two that stand for one inside a quoted cell. Of such text
//! the parity of quotation marks tells exactly what the csv crate finds by
//! reading byte by byte. The first mark that breaks the rule is noted
//! ([`Marks::irregular`]); from there on the marks say nothing.

use fearless_simd::{Level, Simd, dispatch};

use super::masks::{Masks, masks};
use crate::load::rows::line::whole;

/// More delimiters than these are hardly ever among 64 bytes.
const MOSTLY: usize = 8;
/// So many times 64 bytes are looked at before their marks are worked on.
const AT_ONCE: usize = 32;

/// A line feed or carriage return outside quotes.
#[derive(Clone, Copy)]
pub struct LineEnd {
    /// Its place.
    pub place: usize,
    /// How many delimiters stand before it.
    pub cuts: usize,
}

/// The marks found so far.
#[derive(Default)]
pub struct Marks {
    /// How many bytes have been looked at, those of the last 64 counted whole.
    place: u32,
    /// The places of the delimiters outside quotes, in order, and more room.
    places: Vec<u32>,
    /// How many of the places are delimiters.
    cuts: usize,
    /// The line ends, in order.
    pub ends: Vec<LineEnd>,
    /// Second quotation marks of two that stand for one.
    pub doubled: Vec<usize>,
    /// Line ends inside quotes.
    pub inner: Vec<usize>,
    /// The first place at which the text is not regular.
    pub irregular: Option<usize>,
    /// Whether there is a NUL byte.
    pub has_nul: bool,
    /// Whether there is a byte that is not ASCII.
    pub has_high: bool,
    before: Before,
}

/// What stands before the bytes that are looked at next.
#[derive(Clone, Copy, Default)]
struct Before {
    /// All bits set inside a quoted cell.
    inside: u64,
    /// Whether a cell may begin: after a delimiter, a line end or a quotation mark.
    may_open: u64,
    quote: u64,
    closed: u64,
}

impl Marks {
    /// Forgets everything: a text is looked at from its first byte on.
    pub fn begin(&mut self) {
        self.ends.clear();
        self.doubled.clear();
        self.inner.clear();
        (self.place, self.cuts) = (0, 0);
        (self.irregular, self.has_nul, self.has_high) = (None, false, false);
        self.before = Before { may_open: 1, ..Before::default() };
    }

    /// The places of the delimiters outside quotes, in order.
    pub fn cuts(&self) -> &[u32] {
        self.places.get(..self.cuts).unwrap_or_default()
    }

    /// Whether the bytes looked at end inside a quoted cell.
    pub const fn is_inside(&self) -> bool {
        self.before.inside != 0
    }

    /// Says that the next byte stands inside a quoted cell, or does not.
    pub fn set_inside(&mut self, is_inside: bool) {
        self.before.inside = if is_inside { u64::MAX } else { 0 };
    }

    /// Looks at more bytes, 64 at a time, and at those left over if they are
    /// the last of the file. How many were looked at.
    pub fn add(&mut self, bytes: &[u8], are_last: bool, delimiter: u8) -> usize {
        let (chunks, rest) = bytes.as_chunks::<64>();
        let mut all = [Masks::default(); AT_ONCE];
        for some in chunks.chunks(AT_ONCE) {
            self.look(some, u64::MAX, delimiter, &mut all);
        }
        if !are_last || rest.is_empty() {
            return chunks.len() * 64;
        }
        let mut last = [b' '; 64];
        for (to, byte) in last.iter_mut().zip(rest) {
            *to = *byte;
        }
        self.look(&[last], (1 << rest.len()) - 1, delimiter, &mut all);
        bytes.len()
    }

    /// Looks at some chunks: finds their marks first, and then works on them, so
    /// that the processor's wide registers need not be put away meanwhile.
    fn look(&mut self, chunks: &[[u8; 64]], valid: u64, delimiter: u8, all: &mut [Masks; AT_ONCE]) {
        let seen = dispatch!(Level::new(), simd => masks(simd, chunks, delimiter, all));
        self.has_nul |= seen.has_nul;
        self.has_high |= seen.has_high;
        let found = all.get(..chunks.len()).unwrap_or_default();
        dispatch!(plain_level(), _ => self.take(found, valid));
    }

    // What is not inlined, as closures of iterators may not be, is compiled for
    // the oldest processor.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn take(&mut self, all: &[Masks], valid: u64) {
        let Before { mut inside, mut may_open, mut quote, mut closed } = self.before;
        let (mut place, mut cuts) = (self.place, self.cuts);
        if self.places.len() < cuts + 64 * all.len() {
            self.places.resize(2 * cuts + 64 * all.len(), 0);
        }
        let places = self.places.as_mut_slice();
        for found in all {
            let quotes = found.quotes & valid;
            // Every bit tells whether the number of quotation marks up to it is odd.
            let mut within = quotes;
            within ^= within << 1;
            within ^= within << 2;
            within ^= within << 4;
            within ^= within << 8;
            within ^= within << 16;
            within ^= within << 32;
            within ^= inside;
            let edges = (found.cuts | found.breaks) & valid;
            let (opening, closing) = (quotes & within, quotes & !within);
            let after_quote = (quotes << 1) | quote;
            let may = (edges << 1) | may_open | after_quote;
            let after_closing = (closing << 1) | closed;
            let odd = (opening & !may) | (after_closing & !(edges | quotes) & valid);
            let twice = opening & after_quote;
            inside = if within >> 63 == 0 { 0 } else { u64::MAX };
            (may_open, quote, closed) = (edges >> 63, quotes >> 63, closing >> 63);
            let inner = found.breaks & valid & within;
            if twice | odd | inner != 0 {
                note([twice, inner], odd, whole(place), [&mut self.doubled, &mut self.inner], &mut self.irregular);
            }
            let outside = valid & !within;
            let (own, mut breaks) = (found.cuts & outside, found.breaks & outside);
            while breaks != 0 {
                let earlier = own & ((breaks & breaks.wrapping_neg()) - 1);
                let (place, cuts) = (whole(place + breaks.trailing_zeros()), cuts + whole(earlier.count_ones()));
                self.ends.push(LineEnd { place, cuts });
                breaks &= breaks - 1;
            }
            let (ahead, beyond) = places.get_mut(cuts..).unwrap_or_default().split_at_mut(MOSTLY);
            let mut bits = own;
            // So many are written whether they are there or not, which is
            // faster than to ask each time.
            for slot in ahead {
                *slot = place + bits.trailing_zeros();
                bits &= bits.wrapping_sub(1);
            }
            if bits != 0 {
                for slot in beyond {
                    *slot = place + bits.trailing_zeros();
                    bits &= bits.wrapping_sub(1);
                    if bits == 0 {
                        break;
                    }
                }
            }
            cuts += whole(own.count_ones());
            place += 64;
        }
        (self.place, self.cuts) = (place, cuts);
        self.before = Before { inside, may_open, quote, closed };
    }
}

/// The instructions for what is no comparison of many bytes: with AVX-512 the
/// compiler counts the zeros of several words at once, which is slower.
fn plain_level() -> Level {
    let level = Level::new();
    #[cfg(target_arch = "x86_64")]
    if let Some(avx2) = level.as_avx2() {
        return avx2.level();
    }
    level
}

/// Notes what is rare.
#[cold]
fn note(marks: [u64; 2], odd: u64, place: usize, noted: [&mut Vec<usize>; 2], irregular: &mut Option<usize>) {
    for (mut bits, noted) in marks.into_iter().zip(noted) {
        while bits != 0 {
            noted.push(place + lowest(bits));
            bits &= bits - 1;
        }
    }
    if odd != 0 {
        irregular.get_or_insert(place + lowest(odd));
    }
}

/// The place of the lowest bit.
fn lowest(bits: u64) -> usize {
    whole(bits.trailing_zeros())
}
