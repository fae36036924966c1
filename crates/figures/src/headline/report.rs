//! What the check answers.

use serde::{Serialize, Serializer};

use super::read::assertion::Kind;
use crate::knowledge::Place;

/// What a claim is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Recomputed or implied by the text, and not chance.
    Holds,
    /// No more than chance, or an order that is not established.
    Noise,
    /// Denominators, periods or counters are unclear or mixed.
    Mixed,
    /// Contradicts published figures, the text itself, or arithmetic.
    Implausible,
    /// Nothing speaks for or against it.
    Unknown,
}

impl Verdict {
    /// The word, as in the JSON of a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Noise => "noise",
            Self::Mixed => "mixed",
            Self::Implausible => "implausible",
            Self::Unknown => "unknown",
        }
    }
}

/// A text, checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Its claims, in order of appearance.
    pub claims: Vec<Claim>,
    /// The text as it could honestly be said.
    pub corrected: String,
}

/// A claim of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// The words that make it, exactly as they stand in the text.
    pub text: String,
    /// What sort of claim it is.
    pub kind: Kind,
    /// The figure as printed: 16.8 for "16,8 %", 1408 for "1 408", also where it is a fall. A rank has none.
    #[serde(serialize_with = "plain")]
    pub value: Option<f64>,
    /// What it is worth.
    pub verdict: Verdict,
    /// What was computed.
    pub recomputed: Option<Recomputed>,
    /// Why, in a sentence or two.
    pub note: String,
}

/// What was computed for a claim. Fields that do not apply are absent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Recomputed {
    /// The count that the claim is about, or that a change, rate or share goes with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// The count before a change; the whole of a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<u64>,
    /// Where the base comes from: `text`, `published`, `implied` by the claim itself, `assumed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_from: Option<&'static str>,
    /// Of a change: count over base. Of a count: observed over expected (SIR). Of a share: over the share of the employed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// Lower 95 % limit: of a count and a rate Garwood's, of a change's ratio the score limit, of a share Clopper and Pearson's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<f64>,
    /// Upper 95 % limit, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// Of a change and a rank: exact conditional, two-sided. Of a count: of a SIR of 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// Of a region's count: `p` adjusted for all regions (Benjamini and Hochberg), those without a published count among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p_adjusted: Option<f64>,
    /// The change in per cent, negative for a fall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// What the country's rate leads one to expect here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// Lower 95 % limit of the SIR.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio_lower: Option<f64>,
    /// Upper 95 % limit of the SIR.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio_upper: Option<f64>,
    /// The share in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// The same activity's share of the employed, in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share_of_employed: Option<f64>,
    /// The rate, cumulative for the period, per `per` wage employees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// Per how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<f64>,
    /// The rate with all employed people under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_of_employed: Option<f64>,
    /// The rate over wage employees as if the whole year went on like that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_annualised: Option<f64>,
    /// How many people stand under the rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// The id of that number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator_id: Option<String>,
    /// The published count and its place of publication, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<u64>,
    /// Where that was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether it leans on a release of invented data, as of a demonstration; left out where it does not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub synthetic: bool,
    /// The regions a rank was looked for among, or the readings of an ambiguous place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<RegionFigure>,
    /// How many regions have no published count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regions_unknown: Option<usize>,
}

/// A region in an order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RegionFigure {
    /// The first two digits of its KATO code.
    pub place: Place,
    /// Its count.
    pub count: u64,
    /// What the country's rate leads one to expect.
    pub expected: Option<f64>,
    /// Observed over expected (SIR).
    pub ratio: Option<f64>,
    /// Lower 95 % limit of the ratio.
    pub lower: Option<f64>,
    /// Upper 95 % limit of the ratio.
    pub upper: Option<f64>,
}

/// Whole numbers without a decimal point.
#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn plain<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9e15;
    match *value {
        None => serializer.serialize_none(),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole, and within what f64 holds exactly"
        )]
        Some(value) if value.fract() == 0.0 && value.abs() < EXACT => {
            serializer.serialize_some(&(value as i64))
        }
        Some(value) => serializer.serialize_some(&value),
    }
}
