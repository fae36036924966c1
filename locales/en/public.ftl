### The public page of figures: releases, for everybody, without sign-in.

## What release it is

# $period: as `Q1 2025`
public-title = Injuries at work in Kazakhstan, { $period }
# $id: the stable id; $revision: from 1; $published, $asOf: days
public-release = Release { $id }, revision { $revision }
public-dates = Published { $published }, computed from what was reported by { $asOf }.
public-period-year = { $year }
public-newest = The newest release
public-synthetic = Synthetic data. Everything on this page was invented: no real person is counted here.
public-contents = On this page
public-superseded = This is revision { $revision }. Revision { $newest } is newer and counts.
public-superseded-open = Open the newer revision
public-newer = There is a newer release: { $period }.
public-newer-open = Open the newest release

## The sentence

public-sentence = Ready for the press
public-sentence-detail = The sentence may be printed as it stands. It says how sure the figures are: please keep that part.
public-copy-sentence = Copy the sentence

## Key figures. $range: an interval; $level: its level, as 95%

public-numbers = Key figures
public-injured = Injured, the dead included
public-died = Died
public-rate = Injured per 1,000 workers
public-change = Change on a year before
public-good-for = { $range } ({ $level }) as a measure of the danger
public-interval = { $range } ({ $level })
public-between = between { $lower } and { $upper } ({ $level })
public-explained = The number is what was reported. The range says what it is worth as a measure of the danger behind it: chance alone moves a count that far.
public-verdict-established = more than chance explains
public-verdict-noise = not distinguishable from chance
# $p: as `= 0.022` or `< 0.001`
public-chance = p { $p }, exact conditional test
public-beside = { $before } injured in the same months a year before, { $now } now
public-died-beside = { $before } died a year before: { $change } ({ $range })
public-no-year-before = The register has no figures of the same months a year before.
public-no-rate = No denominator covers the period, so there is no rate.
public-span-part = of the period, not scaled up to a year
public-span-scaled = scaled up to a year
public-span-year = of the whole year
public-nowcast = Once late reports are in
public-nowcast-share = About { $share } of all reports are in by now, judged by how late reports came before.
public-nowcast-complete = Nothing more is expected: judged by how late reports came before, all are in.
public-severe = Severely injured, not died
public-days = Days of work lost
public-lived = Injured who lived, for each who died
public-years = The same months, year by year
public-year-to-date = Since January
public-rates = All rates of the country
public-measure-incidence = Injured per 1,000 workers
public-measure-incidence-100000 = Injured per 100,000 workers
public-measure-fatal-incidence = Died per 1,000 workers
public-measure-fatal-incidence-100000 = Died per 100,000 workers
public-measure-frequency = Injured per 1,000,000 hours
public-measure-ltifr = Injured with lost time per 1,000,000 hours (LTIFR)
public-measure-trir = Recordable injuries per 200,000 hours (TRIR)
public-measure-dart = Away, restricted or moved per 200,000 hours (DART)
public-measure-severity = Days lost per 1,000,000 hours

## Regions and tables

public-regions = Regions
public-map-rates = Injured per 1,000 workers, by region
public-map-counts = Injured, by region
public-map-source = Release { $id }, revision { $revision }. Denominator { $denominator }, { $annualised ->
    [yes] scaled to a year
   *[no] not scaled to a year
 }. Interval { $level }, Garwood.
public-map-source-counts = Release { $id }, revision { $revision }. Counts; interval { $level }, Garwood.
public-tables = Tables
public-tables-lead = Each row stands with the interval of its own number. Where intervals overlap widely, the order of the rows says little.
public-withheld = “withheld” means: the number is known and is not shown, because it is from 1 to { $most }, or because with it such a number could be told by subtraction. Small numbers would tell who was hurt.
public-told = { $count ->
    [one] { $count } small number could not be withheld: an earlier release tells it already.
   *[other] { $count } small numbers could not be withheld: earlier releases tell them already.
 }
public-column-injured = Injured
public-column-interval = { $level } interval
public-column-drawn = Drawn, 0 to { $top }
public-column-died = Died
public-column-severe = Severe
public-column-rate = Per 1,000 workers
public-column-period = Period
public-column-measure = Measure
public-column-rate-value = Value
public-column-denominator = Denominator
public-column-scaled = Scaled to a year
public-by-region = By region
public-by-section = By economic activity
public-by-kind = By kind of event
public-by-cause = By cause
public-by-sex = By sex
public-by-age = By age
public-by-month = By month
public-by-other = By { $code }
public-not-known = not known

## What counts

public-counting = What counts, and what does not
public-counting-source = Who counts
public-counting-source-detail = Saqta’s register of injuries ({ $counter }): what employers, health organisations and the insurer reported to it, each injured person once. Other counters, such as the Bureau of National Statistics and the ministry, publish other totals for the same months; they are not to be compared with these.
public-counting-in = What is counted
public-counting-in-detail = Persons hurt at work in these months, whatever came of it, the dead included. “Died” is within a year of the injury. “Severe” is by the medical conclusion, the dead not included. What was withdrawn does not count.
public-counting-over = Divided by
# $value: how many; $unit: of what; $period: of which period
public-counting-denominator = { $id }: { $value } { $unit }, { $period }. Source: “{ $source }” ({ $counter }).
public-counting-prorated = Hours of a longer period, cut down to these months.
public-counting-none = Nothing: the release has counts only.
public-unit-employees = wage employees
public-unit-employed = employed persons
public-unit-hours = hours worked
public-counting-rates = Rates
public-counting-rates-part = Of these months alone. A rate of a quarter is about a fourth of a yearly one: never set the two beside each other.
public-counting-rates-scaled = Scaled up to a year, as if the other months were like these.
public-counting-rates-year = Of a whole year.
public-counting-intervals = Intervals
public-counting-intervals-detail = Exact (Garwood) at { $level }; the denominator is taken as known. Changes: exact conditional test, score interval.
public-counting-late = Late reports
public-counting-late-detail = What was reported after { $asOf } is not in it. When it changes a figure, a new revision is published under the same id; this one stays as it is.
public-counting-small = Small numbers
public-counting-small-detail = From 1 to { $most } withheld, and with them others, so that nobody can be told by adding and subtracting, also across releases.

## Files

public-files = Downloads
public-files-lead = Free to use with the source named (CC BY 4.0). All are made of the same figures.
# $address: an address that ends in a slash
public-files-address = Address of each file: { $address } and its name.
public-files-read = To read and print
public-files-read-detail = A bulletin of some pages, PDF
public-files-sheet = For a spreadsheet
public-files-sheet-detail = All tables in one workbook, xlsx
public-files-sentence = The sentence
public-files-sentence-detail = Plain text
public-files-data = For programs: tables
public-files-data-detail = One table each, CSV; csvw.json describes their columns
public-files-offices = For statistical offices
public-files-offices-detail = One table each, SDMX-CSV 2.0
public-files-proof = The release itself
public-files-proof-detail = All figures as they are signed, and the signature
public-files-other = Other files
public-files-total = The country
public-files-columns = What the columns mean
public-files-release = All figures
public-files-note = The signature
public-size = { $size } KB

## Revisions, signature, verification

public-record = Revisions, signature, verification
public-id = Stable id
public-link = Link to this revision
public-copy-link = Copy the link
public-signed = Signed by
public-signed-detail = the key of this installation’s log, on the figures and on the place in the journal from which they were computed
public-signed-missing = The signature could not be fetched.
public-digest = SHA-256 of release.json
public-verify = Verify it yourself
public-verify-detail = Whoever holds the journal, or a copy of it, computes the release again and compares it byte for byte:
public-copy-command = Copy the command
public-history = Revisions
public-history-lead = A release never changes. When late reports or corrections change a figure, it is published again under the same id; earlier revisions stay.
public-history-only = This is the only revision.
public-revision = Revision { $revision }
public-revision-here = this page
public-column-revision = Revision
public-column-published = Published
public-column-as-of = Reports up to
public-column-changed = What changed
public-changed-first = first publication
public-changed-nothing = the country’s totals did not change
public-changed-injured = injured { $change }
public-changed-died = died { $change }

## Other releases, and what else there is

public-others = All releases
public-others-lead = { $count ->
    [one] { $count } release. Each keeps its address.
   *[other] { $count } releases. Each keeps its address.
 }
public-column-release = Release
public-more = More
public-empty = Nothing has been published yet
public-empty-detail = The first release of figures will stand here, for everybody and without sign-in. Until then you can check a press text.
public-unknown = There is no such release
public-unknown-detail = Nothing was ever published here under the id { $id }, or not in this revision. Releases that were published stay for ever.
public-unknown-open = To the newest release
public-file-lost = The figures of this release cannot be read just now
public-file-lost-detail = What was published is kept in the journal and can be made again; no figure is lost.
public-file-lost-do = Try again later, or tell the administrator of this installation.
