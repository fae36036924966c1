//! Galaxy "SIA over IP": another protocol on the same kind of port, recognised so that it can be named in the log.
//!
//! A block is `(0x40 + length) command payload parity`; the parity is 0xFF XOR every other byte of the block. The
//! payload has 0 to 191 bytes. Commands that a panel sends, by SIA DC-03: `#` account, `N` and `O` events, `A` text,
//! `0` end of data, `C` control, `@` configuration.

const COMMANDS: &[u8] = b"#NOA01@C";

/// What the start of a buffer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A whole block of this many bytes.
    Whole(usize),
    /// Perhaps the start of a block of this many bytes.
    Partial(usize),
    /// No block.
    No,
}

/// Looks for a block at the start of `bytes`.
#[must_use]
pub fn block(bytes: &[u8]) -> Block {
    let Some(length) = bytes.first().and_then(|first| first.checked_sub(0x40)) else {
        return Block::No;
    };
    if bytes.get(1).is_some_and(|command| !COMMANDS.contains(command)) {
        return Block::No;
    }
    let whole = usize::from(length) + 3;
    match bytes.get(..whole) {
        None => Block::Partial(whole),
        Some(block) if block.iter().fold(0xFF, |parity, byte| parity ^ byte) == 0 => Block::Whole(whole),
        Some(_) => Block::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_known_by_length_command_and_parity() {
        let mut bytes = vec![0x46, b'#', b'0', b'2', b'7', b'9', b'7', b'8'];
        let parity = bytes.iter().fold(0xFF, |parity, byte| parity ^ byte);
        assert_eq!(block(&bytes), Block::Partial(9));
        bytes.push(parity);
        assert_eq!(block(&bytes), Block::Whole(9));
        bytes[8] ^= 1;
        assert_eq!(block(&bytes), Block::No, "wrong parity");
        assert_eq!(block(b""), Block::No);
        assert_eq!(block(b"GET / HTTP/1.1\r\n"), Block::No);
    }
}
