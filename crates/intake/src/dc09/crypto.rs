//! AES-CBC as SIA DC-09 uses it: keys of 128, 192 or 256 bits, a zero IV for every frame, whole blocks only.
//!
//! The padding stands *before* the data, up to a `|`; it may hold anything but `[`, `]` and `|`, and it is never
//! empty: a text that fills its blocks gets a whole block more.

use aes::cipher::{Array, BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use aes::{Aes128, Aes192, Aes256};
use saqta_domain::device::CipherKey;

/// The cipher's block length in bytes.
pub const BLOCK: usize = 16;

const ZERO_IV: [u8; BLOCK] = [0; BLOCK];

/// The padding byte that we send: readable in a dump, and none of the three that are forbidden.
const PADDING: u8 = b'0';

/// Decrypts what a frame carries after its `[`: hex digits of either case. `None` when they are not whole blocks.
#[must_use]
pub fn decrypt_hex(key: &CipherKey, digits: &[u8]) -> Option<Vec<u8>> {
    let mut text = hex::decode(digits).ok()?;
    if text.is_empty() || text.len() % BLOCK != 0 {
        return None;
    }
    run(key, &mut text, Direction::Decrypt)?;
    Some(text)
}

/// Pads `|` and `text` to whole blocks, encrypts them and appends them as upper-case hex digits. `None`, with `out`
/// unchanged, only if the key has an impossible length.
#[must_use]
pub fn encrypt_hex(key: &CipherKey, text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let length = text.len() + 1;
    let mut blocks = vec![PADDING; BLOCK - length % BLOCK];
    blocks.push(b'|');
    blocks.extend_from_slice(text);
    run(key, &mut blocks, Direction::Encrypt)?;
    out.extend_from_slice(hex::encode_upper(blocks).as_bytes());
    Some(())
}

#[derive(Clone, Copy)]
enum Direction {
    Encrypt,
    Decrypt,
}

fn run(key: &CipherKey, text: &mut [u8], direction: Direction) -> Option<()> {
    macro_rules! with {
        ($cipher:ty) => {{
            let (blocks, []) = Array::slice_as_chunks_mut(text) else {
                return None;
            };
            match direction {
                Direction::Encrypt => {
                    cbc::Encryptor::<$cipher>::new_from_slices(key.as_bytes(), &ZERO_IV)
                        .ok()?
                        .encrypt_blocks(blocks);
                }
                Direction::Decrypt => {
                    cbc::Decryptor::<$cipher>::new_from_slices(key.as_bytes(), &ZERO_IV)
                        .ok()?
                        .decrypt_blocks(blocks);
                }
            }
        }};
    }
    match key.as_bytes().len() {
        16 => with!(Aes128),
        24 => with!(Aes192),
        32 => with!(Aes256),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(length: usize) -> CipherKey {
        CipherKey::from_bytes((0..length).map(|i| u8::try_from(i).unwrap()).collect()).unwrap()
    }

    #[test]
    fn the_first_block_is_plain_aes() {
        // FIPS 197, appendix C: with a zero IV the first block of CBC is the bare cipher.
        for (length, cipher_text) in [
            (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
            (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
            (32, "8ea2b7ca516745bfeafc49904b496089"),
        ] {
            let plain = decrypt_hex(&key(length), cipher_text.as_bytes()).unwrap();
            assert_eq!(
                hex::encode(plain),
                "00112233445566778899aabbccddeeff",
                "{length} bytes of key"
            );
        }
    }

    #[test]
    fn padding_is_never_empty_and_ends_at_the_bar() {
        for length in 0..40 {
            let text = vec![b'x'; length];
            let mut out = Vec::new();
            encrypt_hex(&key(16), &text, &mut out).unwrap();
            assert!(out.len() % (2 * BLOCK) == 0 && !out.iter().any(u8::is_ascii_lowercase));
            let plain = decrypt_hex(&key(16), &out).unwrap();
            let bar = plain.iter().position(|&byte| byte == b'|').unwrap();
            assert!(
                (1..=BLOCK).contains(&bar),
                "{bar} bytes of padding for {length} of text"
            );
            assert_eq!(plain[bar + 1..], text);
        }
    }

    #[test]
    fn what_is_not_whole_blocks_is_refused() {
        for digits in [
            "",
            "00",
            "zz",
            "69c4e0d86a7b0430d8cdb78070b4c55",
            "69c4e0d86a7b0430d8cdb78070b4c55a00",
        ] {
            assert_eq!(decrypt_hex(&key(16), digits.as_bytes()), None, "{digits:?}");
        }
    }
}
