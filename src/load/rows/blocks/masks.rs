//! Where the marks of delimited text stand among 64 bytes, as bits.

use fearless_simd::prelude::*;
use fearless_simd::u8x64;

/// One bit a byte, the first byte the lowest bit.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Masks {
    /// Quotation marks.
    pub quotes: u64,
    /// Delimiters.
    pub cuts: u64,
    /// Line feeds and carriage returns.
    pub breaks: u64,
}

/// What there was among many bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Whether there was a NUL byte.
    pub has_nul: bool,
    /// Whether there was a byte that is not ASCII.
    pub has_high: bool,
}

/// Finds the marks of some chunks with the widest instructions that the
/// processor has: 64 bytes take one comparison for each mark, or two, or four.
// What is not inlined is compiled for the oldest processor.
#[allow(clippy::inline_always)]
#[inline(always)]
pub fn masks<S: Simd>(simd: S, chunks: &[[u8; 64]], delimiter: u8, found: &mut [Masks]) -> Seen {
    let every = |byte| u8x64::splat(simd, byte);
    let (quote, cut, feed, carriage) = (every(b'"'), every(delimiter), every(b'\n'), every(b'\r'));
    let (mut any, mut least) = (every(0), every(b' '));
    for (chunk, masks) in chunks.iter().zip(found) {
        let bytes = u8x64::from_slice(simd, chunk);
        any |= bytes;
        least = least.min(bytes);
        *masks = Masks {
            quotes: bytes.simd_eq(quote).to_bitmask(),
            cuts: bytes.simd_eq(cut).to_bitmask(),
            breaks: (bytes.simd_eq(feed) | bytes.simd_eq(carriage)).to_bitmask(),
        };
    }
    Seen { has_nul: least.simd_eq(every(0)).any_true(), has_high: any.simd_ge(every(0x80)).any_true() }
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};

    use super::*;

    #[test]
    fn every_byte_is_found_in_every_place_whatever_the_processor() {
        let mut state = 7_u32;
        let interesting = *b"\"|,;\t\n\r\0\x7f\x80\xffaZ0 !}";
        for round in 0..4_000 {
            let chunk: [u8; 64] = std::array::from_fn(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let [_, _, high, which] = state.to_le_bytes();
                match round % 3 {
                    0 => high,
                    1 => interesting[usize::from(which) % interesting.len()],
                    _ => b'a' + which % 8,
                }
            });
            let bits = |wanted: &dyn Fn(u8) -> bool| {
                chunk.iter().enumerate().fold(0_u64, |bits, (place, byte)| bits | (u64::from(wanted(*byte)) << place))
            };
            for delimiter in [b'|', b',', b'\t', b';'] {
                let plain = Masks {
                    quotes: bits(&|byte| byte == b'"'),
                    cuts: bits(&|byte| byte == delimiter),
                    breaks: bits(&|byte| byte == b'\n' || byte == b'\r'),
                };
                for level in [Level::new(), Level::baseline()] {
                    let mut found = [Masks::default(); 2];
                    let seen = dispatch!(level, simd => masks(simd, &[chunk, chunk], delimiter, &mut found));
                    assert_eq!(found, [plain; 2]);
                    assert_eq!(seen, Seen { has_nul: chunk.contains(&0), has_high: !chunk.is_ascii() });
                }
            }
        }
    }
}
