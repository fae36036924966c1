### Why a value of a request cannot be used: told after it, in the middle of a sentence, without a full stop. What follows
### `reason-` is the `code` of the answer, which programs go by.

## What is wrong with an injury

reason-too-early = no register goes back that far: check the year
reason-in-the-future = this day has not come yet
reason-before-it-happened = it cannot be reported before it happened
reason-not-0-to-23 = an hour is from 0 to 23
reason-lost-time-without-days = lost time means at least one day; otherwise the outcome is `medical` or `restricted`
reason-days-without-lost-time = days were lost, so the outcome is `lost-time`
reason-site-unknown = no such site is declared
reason-reason-needed = say why: the reason is recorded
reason-required = this is required
# $known: the codes, with commas
reason-one-of = one of { $known }
reason-code-unknown = no such code is known
reason-twelve-digits = 12 digits
reason-a-day = a day, as 2026-03-01
# $known: the codes, with commas
reason-age = full years, or one of { $known }
reason-field-unknown = there is no such field
# $most: how many characters
reason-too-long = at most { $most } characters

## What is wrong with a question about figures

reason-a-period = a year `2025`, a half `2025-H1`, a quarter `2025-Q1`, a month `2025-03`, or months `2025-01..09`
reason-a-level = a number more than 0 and less than 1
reason-a-cursor = the `next` of the page before
reason-counted-by-twice = each thing is counted by once
reason-too-many-cells = there would be too many cells: fewer dimensions, a shorter period, or zeros=false
reason-compared-already = months, quarters and years are compared already: by something else
reason-one-measure = one measure, and not `severity`: days lost are no independent events
reason-measure-of-persons = one rate over persons, as `incidence`
reason-all-beside-each-other = all regions and activities are set beside each other: choose by kind or outcome only
reason-strata = one of `section`, `division`, `group`, `class`
reason-strata-of-persons = no series says how many work by sex or age: only `section`, `division`, `group`, `class`
reason-no-series-of-persons = there is no series of persons: take one in first
reason-series-unknown = no such series can be divided by here
reason-clock-crossed = hours and weekdays are crossed with nothing else for those who see no single injuries
reason-clock-of-all = for those who see no single injuries, hours and weekdays are those of all the injured
reason-clock-of-quarters = hours and weekdays are told over whole quarters to those who see no single injuries

## What is wrong with a series or a release

reason-an-id = 1 to 64 characters of a–z A–Z 0–9 . _ -
reason-counter-needed = who counts: series of different counters never mix
reason-source-needed = where it was published
reason-figures-too-many = 1 to 100,000 figures in a series, at most 400,000 in a file
reason-series-twice = a file has each series once
reason-figure-twice = two figures are of the same period, region and activity
reason-dimension-and-code = as `sex:T,age:TOTAL`
reason-not-said = SDMX-CSV does not say it: say it beside the file
reason-name-of-a-page = a page beside the releases has this name; choose another
reason-not-begun = this period has not begun yet
reason-threshold-too-low = at least 3: less would tell of single persons
reason-published-meanwhile = somebody published a revision meanwhile: look at it first
reason-too-few-injured = so few were injured that a release would tell of them: publish a longer period
reason-tells-withheld-month = an earlier release withholds figures of one of these months, and the totals of this one would tell them: publish other months
reason-other-period = a release of this id is of other months: give one of these another id
reason-too-little-changed = so few reports changed since the last revision that the difference would tell of single persons: publish it with later reports
reason-too-little-changed-together = the releases of the parts of this period differ from it by so few reports that the difference would tell of single persons: publish it with later reports
reason-period-not-over = this period is not over: publish months that are, as 2026-01..10 on 1 November
reason-denominator-unknown = no series has the id { $value }: GET /series lists those that were taken in
reason-clock-compared = hours and weekdays are compared for those who see single injuries; the table by hour shows all the injured
reason-file-too-large = a file has at most 4 GiB: cut it into parts
