### The register of injuries: what the server says of it.

## Signs of under-reporting, each with what it rests on

assumption-fatal-anchored = Assumes that every death is reported and that a section’s work kills the same share of those it injures as the reference named beside it, most often the EU-27 in 2022; where no ratio of the section’s own is known, that of all activities stands in for it.
assumption-silent = Assumes that workers of every region are injured as often as those of the country, and by chance alone.
assumption-silent-employers = Assumes that an employer’s work and size are as in the three years before, and that injuries fall evenly over time; a business that closed, or late reports, look the same.
assumption-capture = Assumes that being on one list says nothing about being on another, and that the lists are matched without error; lists that copy from each other make the estimate too low.
assumption-stalled = Assumes that the months without news are as dangerous as those before them.
assumption-unequal = Assumes that parts and whole were counted by the same rules on the same day.

## The sentence of a release

# $when: in which period; $shown: the count as printed; $range: its 95 % interval
release-synthetic = SYNTHETIC DATA: no real person is counted here.
release-injured = { $count ->
        [0] { $when }, nobody was injured at work in Kazakhstan (as a measure of the danger, good for { $range } at 95%).
        [one] { $when }, { $shown } person was injured at work in Kazakhstan (as a measure of the danger, good for { $range } at 95%);
       *[other] { $when }, { $shown } people were injured at work in Kazakhstan (as a measure of the danger, good for { $range } at 95%);
    }
release-died = { $count ->
        [0] none of them died ({ $range }).
        [one] { $shown } of them died ({ $range }).
       *[other] { $shown } of them died ({ $range }).
    }
# $span: a year, or part of one. $workers: the denominator in words; $denominator: its id
release-rate = { $span ->
        [year] That is { $rate } per 1,000 { $workers }: { $lower }–{ $upper } at 95%.
       *[part] That is { $rate } per 1,000 { $workers } in the period, not annualised: { $lower }–{ $upper } at 95%.
    } Denominator: { $denominator }.
# $unit: what is counted; $counter: by whom; $when: of which period
release-workers = { $unit ->
        [employed] employed persons
       *[employees] wage employees
    } ({ $counter }, { $when })
release-of-year = { $year }
# By whom: the words stand alone, in brackets
release-counter-bns = Bureau of National Statistics
release-counter-ministry = Ministry of Labour and Social Protection
# $count, $before: how many a year before; $lower, $upper: limits of the change in per cent
release-change = { $direction ->
        [fewer] That is { $percent }% fewer than the { $before } of the same months a year before
       *[more] That is { $percent }% more than the { $before } of the same months a year before
    }, { $verdict ->
        [established] more than chance explains (between { $lower }% and { $upper }%).
       *[noise] which is not distinguishable from chance (between { $lower }% and { $upper }%).
    }
release-nowcast = Once late reports are in, the number is expected to lie within { $range } (95%).

## A release as files

release-title = Injuries at work in Kazakhstan, { $period }
release-description = Counts by Saqta's register, not comparable with those of other counters.
# $most: the largest count that is withheld; 0 where none is
release-withheld = { $most ->
        [0] Every count is published, however small.
        [1] Counts of 1 are not published, nor what would tell them.
       *[other] Counts of 1 to { $most } are not published, nor what would tell them.
    }
release-publisher = Saqta register of injuries
release-unknown = not known
release-table-total = The country
release-table-region = Region
release-table-section = Economic activity (NACE section)
release-table-kind = Kind of event
release-table-cause = Cause
release-table-sex = Sex
release-table-age = Age
release-table-month = Month
release-column-period = Period
release-column-code = Code
release-column-injured = Injured, the dead included
release-column-injured-lower = Injured: lower limit, 95%
release-column-injured-upper = Injured: upper limit, 95%
release-column-fatal = Died
release-column-fatal-lower = Died: lower limit, 95%
release-column-fatal-upper = Died: upper limit, 95%
release-column-severe = Severely injured, not died
release-column-days-lost = Days lost
release-column-incidence = Injured per 1,000 workers in the period
release-column-incidence-lower = Rate: lower limit, 95%
release-column-incidence-upper = Rate: upper limit, 95%
release-column-denominator = Denominator
release-note-interval = Limits are exact (Garwood) at 95%: what the count says of the danger behind it. Rates are of the period, not annualised.
release-note-counter = Figures of different counters never mix: the Bureau of National Statistics and the ministry publish other totals.
release-note-withheld = Small cells and what would tell them are not published.
release-picture-regions = The rate of each region with its 95% interval; the line is the rate of the country.

## Columns of the bulletin: paper is narrow

release-short-injured = Injured
release-short-injured-lower = 95%: from
release-short-injured-upper = to
release-short-fatal = Died
release-short-severe = Severe
release-short-incidence = per 1,000
