//! Counts.
//!
//! A count **holds** where it is the published one: it is then a fact about the register, and the Garwood interval says what it
//! tells about the danger behind it. It is **implausible** where the published count of the same counter differs, **mixed** where
//! counts of two counters stand in one text or it is not clear what was counted, else **unknown**. Whether a region's count stands out is said
//! with all regions reckoned with ([`Facts::adjusted_p`]).

use std::cmp::Reverse;

use saqta_domain::region::Region;
use saqta_statistics::{Level, Method, Sir, poisson};

use super::{Judgement, doubted, scope, unchecked, with_limits};
use crate::headline::facts::{Facts, SIGNIFICANT, to_float};
use crate::headline::message::{Argument, Phrase};
use crate::headline::read::{Assertion, Where};
use crate::headline::report::{Recomputed, RegionFigure, Verdict};
use crate::knowledge::{Counter, Place, Published, Told, What};

/// "More than 290" may be so much below the count, "about 290" so much beside it.
const NEARLY: f64 = 0.05;

pub(super) fn judge(facts: &Facts<'_>, claim: &Assertion) -> Judgement {
    let count = claim.count().unwrap_or_default();
    if claim.what == What::Other {
        return Judgement {
            verdict: Verdict::Unknown,
            recomputed: None,
            note: vec![Phrase::new("figures-note-other")],
            corrected: unchecked(),
        };
    }
    let mut recomputed = limits(count);
    let mut note = Vec::new();
    let published = facts.published_for(claim);
    let narrowed = facts.narrowed(claim);
    let may_be_some = facts.may_be_some(claim);
    let own = facts.counter(claim);
    let agreeing = published
        .iter()
        .filter(|published| agrees(claim, count, published));
    let same = agreeing.max_by_key(|published| (Some(published.counter) == own, Reverse(published.counter)));
    let of_its_counter = |published: &&Published| claim.counter.is_none_or(|own| own == published.counter);
    let against = published.iter().find(of_its_counter);
    let verdict = match (same, against) {
        (Some(same), _) => against_same(facts, claim, same, &mut note),
        (None, Some(_)) if claim.counter == Some(Counter::Bureau) => {
            note.push(with_limits(Phrase::new("figures-note-count-unpublished"), count));
            Verdict::Unknown
        }
        (None, Some(told)) if !facts.is_complete(claim) => {
            let phrase = Phrase::new("figures-note-group-incomplete").count("published", told.count);
            note.push(with_source(phrase, told));
            Verdict::Unknown
        }
        (None, Some(all)) if may_be_some && count < all.count => {
            note.push(Phrase::new("figures-note-of-a-group"));
            Verdict::Unknown
        }
        (None, Some(country)) if !claim.place.is_sure() => {
            let phrase = Phrase::new("figures-note-count-place-unsaid").count("published", country.count);
            note.push(with_source(phrase, country));
            Verdict::Unknown
        }
        (None, Some(other)) if other_of_the_name(facts, claim, count, other).is_some() => Verdict::Unknown,
        (None, Some(other)) => {
            let phrase = Phrase::new("figures-note-count-differs").count("published", other.count);
            note.push(with_source(phrase, other));
            Verdict::Implausible
        }
        (None, None) => without_published(facts, claim, count, &mut note),
    };
    if let Some(published) = same.or(against.filter(|_| claim.place.is_sure() && !may_be_some)) {
        recomputed.published = Some(published.count);
        recomputed.source = Some(published.source.clone());
    }
    let of_another = against.filter(|_| same.is_none());
    let of_another = of_another.and_then(|other| {
        let place = other_of_the_name(facts, claim, count, other)?;
        let phrase = Phrase::new("figures-note-shared-differs").count("published", other.count);
        let region = Where::Place(claim.place.place()?);
        Some(
            with_source(phrase, other)
                .with("region", Argument::Place(region))
                .with("other", Argument::Place(place)),
        )
    });
    let is_ambiguous = of_another.is_some() && verdict == Verdict::Unknown;
    match of_another.filter(|_| is_ambiguous) {
        Some(phrase) => note.push(phrase),
        None => note.extend(other_reading(facts, claim, count)),
    }
    recomputed.synthetic = same.or(against).is_some_and(|published| published.synthetic);
    // Of some of the people at work nobody knows how many there are.
    let of_all = narrowed.is_none() && (same.is_some() || !may_be_some);
    if verdict != Verdict::Implausible && of_all {
        add_expected(facts, claim, count, &mut recomputed, &mut note);
    }
    let corrected = match (verdict, note.first()) {
        (Verdict::Implausible, Some(why)) => doubted(why.clone()),
        _ if is_ambiguous || claim.place == Where::Elsewhere => unchecked(),
        (Verdict::Holds, _) if narrowed.is_some() => in_own_words(same, count),
        _ if !of_all => unchecked(),
        _ => said(facts, claim, count, same.is_some()),
    };
    Judgement {
        verdict,
        recomputed: Some(recomputed),
        note,
        corrected,
    }
}

fn agrees(claim: &Assertion, count: u64, published: &Published) -> bool {
    if claim.approximate {
        let published = to_float(published.count);
        return (published - to_float(count)).abs() <= published * NEARLY;
    }
    count == published.count
}

/// The verdict on a count that was published nowhere.
fn without_published(facts: &Facts<'_>, claim: &Assertion, count: u64, note: &mut Vec<Phrase>) -> Verdict {
    if let Some(counters) = facts.mixes_counters(claim) {
        note.push(counters_mixed(counters));
        return Verdict::Mixed;
    }
    note.push(match (facts.told(claim), facts.narrowed(claim)) {
        (Told::Withheld, _) => Phrase::new("figures-note-withheld"),
        (_, Some(_)) => Phrase::new("figures-note-of-a-group"),
        (_, None) => with_limits(Phrase::new("figures-note-count-unpublished"), count),
    });
    Verdict::Unknown
}

fn counters_mixed((own, other): (Counter, Counter)) -> Phrase {
    let unclear = [own, other].contains(&Counter::Unclear);
    Phrase::new("figures-note-counters-mixed")
        .with("unclear", Argument::Word(if unclear { "yes" } else { "no" }))
        .with("one", Argument::Counter(own))
        .with("other", Argument::Counter(other))
}

/// A count of a group that was published just so, in the text's own words: no message has words for every group.
fn in_own_words(same: Option<&Published>, count: u64) -> Phrase {
    let counter = same.map_or(Counter::Register, |same| same.counter);
    with_limits(Phrase::new("figures-said-group"), count)
        .with("words", Argument::Words)
        .with("counter", Argument::Counter(counter))
}

/// The verdict on a count that was published just so.
fn against_same(facts: &Facts<'_>, claim: &Assertion, same: &Published, note: &mut Vec<Phrase>) -> Verdict {
    if let Some(counters) = facts.mixes_counters(claim) {
        note.push(counters_mixed(counters));
        return Verdict::Mixed;
    }
    let id = match same.counter {
        Counter::Ministry | Counter::Register => "figures-note-count-holds",
        Counter::Bureau => "figures-note-count-bureau",
        Counter::Unclear => "figures-note-count-unclear",
    };
    note.push(with_source(with_limits(Phrase::new(id), same.count), same));
    if same.counter == Counter::Unclear {
        Verdict::Mixed
    } else {
        Verdict::Holds
    }
}

/// Whom a name that two places share can mean where the published count of the first is another: a region's town, as long as it has no more
/// than its region; "Almaty" the region around the city.
fn other_of_the_name(
    facts: &Facts<'_>,
    claim: &Assertion,
    count: u64,
    published: &Published,
) -> Option<Where> {
    match claim.place {
        Where::Almaty => {
            let region = Where::Place(Place::Region(Region::AlmatyRegion));
            let known = facts.published(claim.what, region, claim.period);
            known.is_empty().then_some(region)
        }
        Where::Place(Place::Region(region)) if claim.place_is_shared => {
            (count < published.count).then_some(Where::Town(region))
        }
        _ => None,
    }
}

/// What a name would say that a region and its chief town share, read the other way.
fn other_reading(facts: &Facts<'_>, claim: &Assertion, count: u64) -> Option<Phrase> {
    match claim.place {
        Where::Town(region) => {
            let place = Where::Place(Place::Region(region));
            let published = facts.published(claim.what, place, claim.period);
            let published = published.first()?;
            let same = if published.count == count { "yes" } else { "no" };
            let phrase = Phrase::new("figures-note-town")
                .with("town", Argument::Place(claim.place))
                .with("region", Argument::Place(place))
                .with("same", Argument::Word(same))
                .count("published", published.count);
            Some(phrase)
        }
        Where::Place(Place::Region(region)) if claim.place_is_shared => {
            let phrase = Phrase::new("figures-note-shared-name")
                .with("region", Argument::Place(claim.place))
                .with("town", Argument::Place(Where::Town(region)));
            Some(phrase)
        }
        _ => None,
    }
}

fn with_source(phrase: Phrase, published: &Published) -> Phrase {
    phrase
        .with("by", Argument::Word(published.counter.name()))
        .with("counter", Argument::Counter(published.counter))
        .with("when", Argument::Period(published.period))
}

fn limits(count: u64) -> Recomputed {
    let interval = poisson::interval(count, Level::P95, Method::Garwood);
    Recomputed {
        count: Some(count),
        lower: Some(interval.lower),
        upper: Some(interval.upper),
        ..Recomputed::default()
    }
}

/// Beside a region's count: what the country's rate leads one to expect of so many wage employees.
fn add_expected(
    facts: &Facts<'_>,
    claim: &Assertion,
    count: u64,
    recomputed: &mut Recomputed,
    note: &mut Vec<Phrase>,
) {
    const CITY: Place = Place::Region(Region::Almaty);
    const REGION: Place = Place::Region(Region::AlmatyRegion);
    if !claim.activities.is_empty() {
        return;
    }
    let known = facts.stated(claim, count);
    let of = |place| {
        let sir = facts.sir(claim.what, place, known, claim.period)?;
        let adjusted = facts.adjusted_p(claim.what, claim.period, place, sir.p);
        Some((sir, adjusted))
    };
    // What is expected leans on the country's count.
    let country = Where::Place(Place::Country);
    let whole = facts.count_by(known.counter, claim.what, country, claim.period);
    let is_of_invented = matches!(claim.place, Where::Almaty | Where::Place(Place::Region(_)))
        && whole.is_some_and(|whole| whole.synthetic);
    recomputed.synthetic |= is_of_invented;
    match claim.place {
        Where::Almaty => {
            if let (Some(city), Some(region)) = (of(CITY), of(REGION)) {
                recomputed.regions = [(CITY, city.0), (REGION, region.0)]
                    .map(|(place, sir)| region_figure(place, count, Some(sir)))
                    .into();
                note.push(
                    Phrase::new("figures-note-almaty")
                        .decimal("city", city.0.ratio, 2)
                        .with("differs", differs(city.0, city.1))
                        .decimal("region", region.0.ratio, 2)
                        .with("region-differs", differs(region.0, region.1)),
                );
            }
        }
        Where::Place(place) => {
            if let Some((sir, adjusted)) = of(place) {
                recomputed.expected = Some(sir.expected);
                recomputed.ratio = Some(sir.ratio);
                recomputed.ratio_lower = Some(sir.interval.lower);
                recomputed.ratio_upper = Some(sir.interval.upper);
                recomputed.p = Some(sir.p);
                recomputed.p_adjusted = Some(adjusted);
                note.push(
                    Phrase::new("figures-note-expected")
                        .decimal("expected", sir.expected, 1)
                        .decimal("ratio", sir.ratio, 2)
                        .decimal("ratio-lower", sir.interval.lower, 2)
                        .decimal("ratio-upper", sir.interval.upper, 2)
                        .with("p", Argument::P(sir.p))
                        .with("adjusted", Argument::P(adjusted))
                        .count("regions", Region::ALL.len() as u64)
                        .with("differs", differs(sir, adjusted)),
                );
            }
        }
        Where::Several | Where::Site | Where::Unsaid | Where::Town(_) | Where::Elsewhere => {}
    }
}

/// Whether a region differs from the country: by itself, and with it reckoned with that others could have stood out as well.
fn differs(sir: Sir, adjusted: f64) -> Argument {
    Argument::Word(
        match (sir.p < SIGNIFICANT, adjusted < SIGNIFICANT, sir.ratio < 1.0) {
            (false, ..) => "no",
            (true, true, true) => "lower",
            (true, true, false) => "higher",
            (true, false, true) => "lower-alone",
            (true, false, false) => "higher-alone",
        },
    )
}

pub(super) fn region_figure(place: Place, count: u64, sir: Option<Sir>) -> RegionFigure {
    RegionFigure {
        place,
        count,
        expected: sir.map(|sir| sir.expected),
        ratio: sir.map(|sir| sir.ratio),
        lower: sir.map(|sir| sir.interval.lower),
        upper: sir.map(|sir| sir.interval.upper),
    }
}

fn said(facts: &Facts<'_>, claim: &Assertion, count: u64, is_published: bool) -> Phrase {
    let counter = facts.counter(claim);
    // The ministry's counts are what releases mean; others are named, and both where they stand side by side.
    // A count that nobody published stays the text's.
    let named = counter.filter(|_| is_published).filter(|counter| {
        matches!(counter, Counter::Bureau | Counter::Register | Counter::Unclear)
            || facts.mixes_counters(claim).is_some()
    });
    let approximately = Argument::Word(if claim.approximate { "yes" } else { "no" });
    with_limits(Phrase::new("figures-said-count"), count)
        .with("what", Argument::What(claim.what))
        .with("scope", scope(claim))
        .with("about", approximately)
        .with(
            "published",
            Argument::Word(if is_published { "yes" } else { "no" }),
        )
        .with(
            "counted",
            Argument::Word(match named {
                None => "no",
                Some(Counter::Unclear) => "unclear",
                Some(_) => "yes",
            }),
        )
        .with("counter", Argument::Counter(named.unwrap_or(Counter::Ministry)))
        .count("count", count)
}
