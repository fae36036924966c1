//! The columns of the documented file of injuries.

/// Defines the columns together with their list and names, so that none can be forgotten.
macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        /// A column of the documented file: one row is one injury as one source reports it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $variant,)*
        }

        impl Field {
            /// Every column, in the order in which they are written.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The header of the column.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The column that a header names.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

fields! {
    /// Who reports it: `employer`, `health-organisation` or `insurer`.
    Source = "source",
    /// The source's own number of the case.
    Number = "number",
    /// A number that several sources use for the same injury.
    Injury = "injury",
    /// The declared site.
    Site = "site",
    /// The region, two digits of KATO.
    Region = "region",
    /// BIN of the employer, 12 digits.
    Employer = "employer",
    /// BIN of whose place it was, if the employer is a contractor there.
    Host = "host",
    /// The employer's activity, NACE Rev. 2 / OKED.
    Activity = "activity",
    /// The day, ISO 8601.
    Date = "date",
    /// The hour of the day, 0 to 23, or `HH:MM`.
    Hour = "hour",
    /// The day on which the source registered it.
    Reported = "reported",
    /// What kind of event it was.
    Kind = "kind",
    /// What came of it.
    Outcome = "outcome",
    /// Whether it is severe: `yes` or `no`.
    Severe = "severe",
    /// Full calendar days away from work.
    DaysLost = "days_lost",
    /// Full calendar days of restricted work.
    DaysRestricted = "days_restricted",
    /// Why.
    Cause = "cause",
    /// ESAW deviation, two digits.
    Deviation = "deviation",
    /// ESAW contact, two digits.
    Contact = "contact",
    /// ESAW type of injury, three digits.
    InjuryType = "injury_type",
    /// ESAW part of the body, two digits.
    BodyPart = "body_part",
    /// `f` or `m`.
    Sex = "sex",
    /// Full years, or a band as `25-34`.
    Age = "age",
    /// The person's name; sealed.
    Name = "name",
    /// The person's IIN, 12 digits; sealed.
    Iin = "iin",
    /// The person's day of birth; sealed.
    Born = "born",
    /// The person's occupation; sealed.
    Occupation = "occupation",
    /// What happened, in somebody's words; sealed.
    Circumstances = "circumstances",
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Whether no row does without it.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self, Self::Source | Self::Date | Self::Kind | Self::Outcome)
    }

    /// Whether it identifies a person: its values appear in no error text.
    #[must_use]
    pub fn is_sealed(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Iin | Self::Born | Self::Occupation | Self::Circumstances
        )
    }

    /// Whether it holds a day.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Reported | Self::Born)
    }

    /// How many digits its codes have. Spreadsheets take such codes for numbers and drop their leading zeros.
    pub(super) fn digits(self) -> usize {
        match self {
            Self::Employer | Self::Host | Self::Iin => 12,
            Self::Region | Self::Activity => 2,
            _ => 1,
        }
    }

    /// Whether its values are words of a closed list, which a mapping may translate.
    #[must_use]
    pub fn has_words(self) -> bool {
        matches!(
            self,
            Self::Source
                | Self::Region
                | Self::Activity
                | Self::Kind
                | Self::Outcome
                | Self::Severe
                | Self::Cause
                | Self::Deviation
                | Self::Contact
                | Self::InjuryType
                | Self::BodyPart
                | Self::Sex
                | Self::Age
                | Self::Site
        )
    }
}
