//! Where the marks of delimited text stand among 64 bytes, as bits.

use wide::i8x16;

/// One bit a byte, the first byte the lowest bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masks {
    /// Quotation marks.
    pub quotes: u64,
    /// Delimiters.
    pub cuts: u64,
    /// Line feeds and carriage returns.
    pub breaks: u64,
    /// Whether there is a NUL byte.
    pub has_nul: bool,
    /// Whether there is a byte that is not ASCII.
    pub has_high: bool,
}

/// The marks among 64 bytes, which are compared sixteen at a time.
#[inline]
pub fn masks(chunk: &[u8; 64], delimiter: u8) -> Masks {
    let every = |byte: u8| i8x16::splat(byte.cast_signed());
    let (quote, cut, feed, carriage) = (every(b'"'), every(delimiter), every(b'\n'), every(b'\r'));
    let zero = every(0);
    let (mut nul, mut high) = (zero, zero);
    let mut found = Masks { quotes: 0, cuts: 0, breaks: 0, has_nul: false, has_high: false };
    let (quarters, _) = chunk.as_chunks::<16>();
    for (quarter, shift) in quarters.iter().zip([0, 16, 32, 48]) {
        let bytes = i8x16::new(quarter.map(u8::cast_signed));
        let bits = |mask: i8x16| u64::from(mask.to_bitmask() & 0xFFFF) << shift;
        found.quotes |= bits(bytes.simd_eq(quote));
        found.cuts |= bits(bytes.simd_eq(cut));
        found.breaks |= bits(bytes.simd_eq(feed) | bytes.simd_eq(carriage));
        nul |= bytes.simd_eq(zero);
        high |= bytes;
    }
    (found.has_nul, found.has_high) = (nul.to_bitmask() != 0, high.to_bitmask() != 0);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_found_in_every_place() {
        let mut seed = 7_u32;
        let interesting = *b"\"|,;\t\n\r\0\x7f\x80\xffaZ0 !}";
        for round in 0..4_000 {
            let chunk: [u8; 64] = std::array::from_fn(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let [_, _, high, which] = seed.to_le_bytes();
                if round % 2 == 0 { high } else { interesting[usize::from(which) % interesting.len()] }
            });
            let bits = |wanted: &dyn Fn(u8) -> bool| {
                chunk.iter().enumerate().fold(0_u64, |bits, (place, byte)| bits | (u64::from(wanted(*byte)) << place))
            };
            for delimiter in [b'|', b',', b'\t', b';'] {
                let plain = Masks {
                    quotes: bits(&|byte| byte == b'"'),
                    cuts: bits(&|byte| byte == delimiter),
                    breaks: bits(&|byte| byte == b'\n' || byte == b'\r'),
                    has_nul: chunk.contains(&0),
                    has_high: !chunk.is_ascii(),
                };
                assert_eq!(masks(&chunk, delimiter), plain);
            }
        }
    }
}
