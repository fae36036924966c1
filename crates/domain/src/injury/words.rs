//! The words about an injury.

use serde::{Deserialize, Serialize};

use crate::words::words;

words! {
    /// Who reported it. The three lists are compared to estimate what none of them holds.
    Reporter {
        /// The employer, by Labour Code art. 187.
        Employer = "employer",
        /// The health organisation that treated it, by Labour Code art. 186(5).
        HealthOrganisation = "health-organisation",
        /// The insurer.
        Insurer = "insurer",
    }
}

words! {
    /// What kind of event hurt the person.
    InjuryKind {
        /// A patient, a visitor or another outsider attacked a health worker.
        ViolenceAgainstHealthWorker = "violence-against-health-worker",
        /// Any other violence at work.
        Violence = "violence",
        /// A fall from a height.
        FallFromHeight = "fall-from-height",
        /// A slip, trip or fall on one level.
        FallOnLevel = "fall-on-level",
        /// Struck by something that fell, flew or moved.
        Struck = "struck",
        /// Caught in or cut by a machine.
        Machine = "machine",
        /// Road traffic.
        Traffic = "traffic",
        /// A vehicle on the site or underground.
        SiteVehicle = "site-vehicle",
        /// Electric current.
        Electricity = "electricity",
        /// Rock, earth or a structure came down.
        Collapse = "collapse",
        /// Explosion, fire, outburst.
        ExplosionOrFire = "explosion-or-fire",
        /// Gas, poison, infection.
        Exposure = "exposure",
        /// Heat, cold, burns by hot or cold things.
        Temperature = "temperature",
        /// Lifting, pulling, a wrong movement.
        Overexertion = "overexertion",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// What came of it, from grave to slight: what occupational statistics tell apart.
    InjuryOutcome {
        /// The person died within a year (ESAW).
        Fatal = "fatal",
        /// The person lost at least one day of work.
        LostTime = "lost-time",
        /// The person worked on with restrictions, or elsewhere.
        Restricted = "restricted",
        /// Treated by a medical worker, no day lost.
        Medical = "medical",
        /// First aid only; not recordable.
        FirstAid = "first-aid",
    }
}

words! {
    /// Why it happened, in the groups that the ministry publishes, then others that acts name.
    Cause {
        /// Poor organisation of work.
        WorkOrganisation = "work-organisation",
        /// Gross negligence of the injured person.
        VictimNegligence = "victim-negligence",
        /// Traffic rules were broken.
        TrafficRules = "traffic-rules",
        /// Safety rules were broken.
        SafetyRules = "safety-rules",
        /// No or poor training.
        Training = "training",
        /// Faulty equipment.
        Equipment = "equipment",
        /// The state of building, ground or workplace.
        Premises = "premises",
        /// No or poor protective equipment.
        ProtectiveEquipment = "protective-equipment",
        /// Technology was not followed.
        Technology = "technology",
        /// No guard, no alarm, or help that came late.
        Security = "security",
        /// A long wait before somebody was served.
        Waiting = "waiting",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Sex, as reported.
    Sex {
        /// Female.
        Female = "f",
        /// Male.
        Male = "m",
    }
}

words! {
    /// Age at the time, in bands wide enough not to tell who it was.
    AgeBand {
        /// Under 18 years.
        Under18 = "0-17",
        /// 18 to 24 years.
        From18 = "18-24",
        /// 25 to 34 years.
        From25 = "25-34",
        /// 35 to 44 years.
        From35 = "35-44",
        /// 45 to 54 years.
        From45 = "45-54",
        /// 55 to 64 years.
        From55 = "55-64",
        /// 65 years and more.
        From65 = "65+",
    }
}

impl AgeBand {
    /// The band of an age in full years.
    #[must_use]
    pub fn of(years: u8) -> Self {
        match years {
            0..=17 => Self::Under18,
            18..=24 => Self::From18,
            25..=34 => Self::From25,
            35..=44 => Self::From35,
            45..=54 => Self::From45,
            55..=64 => Self::From55,
            65.. => Self::From65,
        }
    }
}

impl InjuryKind {
    /// Whether somebody did it to somebody.
    #[must_use]
    pub fn is_violence(self) -> bool {
        matches!(self, Self::ViolenceAgainstHealthWorker | Self::Violence)
    }
}
