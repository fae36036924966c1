//! The words about an alarm: kinds, origins, outcomes, contributing factors, flags.

use serde::{Deserialize, Serialize};

use crate::words::words;

words! {
    /// What kind of help is called for.
    AlarmKind {
        /// Come and stand by; no siren.
        Assist = "assist",
        /// Somebody is attacked or threatened.
        Panic = "panic",
        /// Somebody is forced to act; sent secretly.
        Duress = "duress",
        /// A robbery.
        Holdup = "holdup",
        /// Somebody needs medical help.
        Medical = "medical",
        /// Fire or smoke.
        Fire = "fire",
        /// Gas.
        Gas = "gas",
        /// Somebody lies or does not move.
        ManDown = "man-down",
        /// Somebody broke in.
        Intrusion = "intrusion",
        /// Somebody meddles with a device.
        Tamper = "tamper",
        /// A device or a line is faulty.
        Technical = "technical",
        /// Somebody tries the button.
        Test = "test",
    }
}

words! {
    /// Who raised it.
    Origin {
        /// A person, by a page, a key or a client.
        Person = "person",
        /// A device, by its own protocol or token.
        Device = "device",
        /// Saqta itself.
        System = "system",
    }
}

words! {
    /// How it ended.
    Outcome {
        /// Somebody was in danger.
        Real = "real",
        /// No danger was found.
        NoDanger = "no-danger",
        /// It was a test.
        Test = "test",
    }
}

words! {
    /// What contributed to it; waiting comes first, since it is the most frequent and the one a clinic can change.
    Factor {
        /// A long wait.
        Waiting = "waiting",
        /// Alcohol or drugs.
        Intoxication = "intoxication",
        /// The attacker's mental state.
        MentalState = "mental-state",
        /// A dispute over care.
        DisputeOverCare = "dispute-over-care",
        /// Something else; the note says what.
        Other = "other",
    }
}

words! {
    /// What was uncertain when it was raised. A flag never makes an alarm smaller.
    Flag {
        /// The kind was unknown: it counts as panic.
        UnknownKind = "unknown-kind",
        /// The zone was unknown.
        UnknownZone = "unknown-zone",
        /// The device was unknown.
        UnknownDevice = "unknown-device",
        /// The token was revoked.
        RevokedToken = "revoked-token",
        /// The body could not be read.
        UnreadableBody = "unreadable-body",
        /// A value had the wrong type and was left out.
        WrongValue = "wrong-value",
        /// A text was too long and was cut.
        TextCut = "text-cut",
        /// Nobody can say where it is.
        PlaceUncertain = "place-uncertain",
        /// The idempotency key was used before with another body.
        KeyReused = "key-reused",
        /// It came from another site's page.
        ForeignOrigin = "foreign-origin",
        /// The panel's account is not declared.
        UnknownAccount = "unknown-account",
        /// The panel gave no account.
        NoAccount = "no-account",
        /// The code is not in the tables.
        UnknownCode = "unknown-code",
        /// The clock of whatever sent it is wrong.
        WrongClock = "wrong-clock",
        /// It came long after somebody pressed: the way here was down.
        Late = "late",
        /// The checksum was wrong in every variant.
        BadChecksum = "bad-checksum",
        /// It could not be decrypted.
        Undecryptable = "undecryptable",
        /// A device that has a key sent in clear.
        NotEncrypted = "not-encrypted",
        /// The frame's data could not be read.
        UnreadableData = "unreadable-data",
    }
}

impl AlarmKind {
    /// Whether it is sent in secret, so that the place it came from must stay quiet unless the sender said otherwise.
    #[must_use]
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Duress | Self::Holdup)
    }

    /// Gravity from 0 (gravest); the console's order.
    #[must_use]
    pub fn gravity(self) -> u8 {
        match self {
            Self::Panic | Self::Duress | Self::Holdup | Self::ManDown => 0,
            Self::Fire | Self::Gas => 1,
            Self::Medical => 2,
            Self::Intrusion => 3,
            Self::Assist => 4,
            Self::Tamper => 5,
            Self::Technical => 6,
            Self::Test => 7,
        }
    }
}
