//! CRC-16/ARC, the checksum of SIA DC-09: polynomial 0x8005 reflected (0xA001), start value 0, no final XOR.

/// The checksum of `bytes`.
#[must_use]
pub fn crc16(bytes: &[u8]) -> u16 {
    continued(0, bytes)
}

/// The checksum of everything that `crc` covers already, followed by `bytes`.
#[must_use]
pub fn continued(crc: u16, bytes: &[u8]) -> u16 {
    bytes.iter().fold(crc, |crc, byte| {
        let [low, _high] = crc.to_le_bytes();
        (crc >> 8) ^ TABLE[usize::from(low ^ byte)]
    })
}

const TABLE: [u16; 256] = table();

const fn table() -> [u16; 256] {
    let mut table = [0; 256];
    let mut index: u16 = 0;
    while index < 256 {
        let mut crc = index;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xA001
            } else {
                crc >> 1
            };
            bit += 1;
        }
        table[index as usize] = crc;
        index += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_catalogue_holds() {
        assert_eq!(crc16(b"123456789"), 0xBB3D);
        assert_eq!(continued(crc16(b"1234"), b"56789"), 0xBB3D);
    }

    #[test]
    fn published_frames_have_their_published_checksums() {
        assert_eq!(
            crc16(br#""SIA-DCS"9876R579BDFL789ABC#12345A[#12345A|NFA129]"#),
            0xCE11
        );
        assert_eq!(crc16(br#""SIA-DCS"0000L0#3080[#3080|Nti19:44/id1/RP]"#), 0x1908);
        assert_eq!(crc16(br#""ACK"0000L0#1409[]"#), 0x5989);
    }
}
