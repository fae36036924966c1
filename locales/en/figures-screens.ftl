### The screens about figures: their door, the check of a press text, the figures for analysts.

## The door

figures-title = Figures about injuries at work
figures-home-lead = A figure is worth what stands under it: who counted, over how many, how far chance reaches.
figures-check-detail = Paste a text in English, Russian or Kazakh. No sign-in; nothing is kept.
figures-explore-detail = Rates with their denominators and intervals, for analysts and inspectors. Sign-in needed.
figures-register-detail = Injuries one by one, for whoever may see them. Sign-in needed.

## The check

check-title = Check a press text
check-lead = Saqta finds the figures of a text about injuries at work, recomputes what can be recomputed, and says which of them hold.
check-label = Text
check-private = The text goes to this server to be checked. It is not kept: neither there nor in this browser.
check-submit = Check
check-key = Ctrl + Enter
check-clear = New text
check-too-long = The text is too long: at most { $most } characters.
check-examples = Or try an example
check-example = In the first quarter of 2025, 293 people were hurt at work in Kazakhstan and 40 of them died. Karaganda region comes first with 31 injured, then Kostanay with 27. That is 16.8% fewer than in the same quarter a year earlier; the rate was 0.04 per 1,000 workers. Construction accounts for 12% of the injured. Over five years the level of injuries went down by 6.3%.
check-running = Checking. A long text takes a few seconds.
check-none = No claims found
check-none-detail = The text has no figure about injuries at work that Saqta recognises. It looks for numbers of injured or dead, shares, rates, changes and orders of regions.
check-found = { $count ->
    [one] { $count } claim found
   *[other] { $count } claims found
 }
check-claims = The claims
check-printed = in the text: { $value }
check-recomputed = What was recomputed
check-corrected = How it can be said
check-copy = Copy
check-copied = Copied
check-copy-failed = Could not be copied. Select the text and copy it.
verdict-holds = holds
verdict-holds-means = published, or recomputed, and more than chance
verdict-noise = noise
verdict-noise-means = no more than chance explains
verdict-mixed = mixed
verdict-mixed-means = unclear over whom, over what time, or by whose count
verdict-implausible = implausible
verdict-implausible-means = contradicts published figures, the text itself, or arithmetic
verdict-unknown = unknown
verdict-unknown-means = nothing published speaks for or against it
claim-count = Number
claim-share = Share
claim-rate = Rate
claim-rank = Order
claim-change = Change

## What is drawn: a value with its 95% interval

drawn-count = Number, with what chance allows
drawn-expected = expected by its wage employees
drawn-change = Now over before
drawn-no-change = no change
drawn-rate = Rate
drawn-printed = in the text
drawn-share = Share, %
drawn-employed = share of the employed
drawn-region = { $region } ({ $count }): observed over expected
drawn-country = the country
drawn-says = { $name }: { $value }. { $reference }

## What was recomputed

recomputed-published = Published
recomputed-count = Number
recomputed-base = Against
recomputed-percent = Change
recomputed-ratio = Ratio (95% interval)
recomputed-rate = Rate (95% interval)
recomputed-per = per
recomputed-rate-annualised = Scaled to a year
recomputed-rate-of-employed = Over all employed people
recomputed-denominator = Denominator
recomputed-share = Share (95% interval)
recomputed-share-of-employed = Share of the employed
recomputed-expected = Expected by wage employees
recomputed-against = Observed over expected (95% interval)
recomputed-against-employed = Over the share of the employed
recomputed-p = Exact p
recomputed-regions-unknown = Regions not published
recomputed-source = Source
base-text = from the text
base-published = published
base-implied = implied by the text
base-assumed = assumed

## The figures for analysts

explore-title = Figures of the register
explore-views = What to look at
explore-year = Year
explore-part = Period
explore-part-year = whole year
explore-view-regions = Regions
explore-view-time = Over time
explore-view-causes = Causes
explore-view-hours = Hours
explore-view-table = Table
explore-view-watch = Watch
explore-view-unreported = Unreported
explore-fatal = Deaths only
explore-widen = Allow for differences between regions
explore-annualise = Scale to a year
explore-by = By
explore-region = Region
explore-country = Whole country
explore-steps = Steps
explore-steps-month = Months
explore-steps-quarter = Quarters
explore-nothing = The register holds nothing for this period
explore-nothing-detail = Choose another period, or report injuries first.
explore-newest = The newest injuries in the register: { $period }
explore-counted = Injuries by region, each count with its interval
explore-counted-source = Register of this installation. Counts, not rates: nothing to divide them by is known for this period.
explore-running = This period is not over: its counts and rates are of what is reported so far, and will grow.
explore-no-denominator = No denominator covers this period
explore-no-denominator-detail = Counts are shown; rates need a series of employees for the period. An analyst takes it in on the page “Denominators”.
explore-count = { $count ->
    [one] { $shown } injury, good for { $lower }–{ $upper }
   *[other] { $shown } injuries, good for { $lower }–{ $upper }
 }
explore-count-fatal = Deaths: { $shown }
explore-source = Register of this installation. Denominator { $denominator }, { $annualised ->
    [yes] scaled to a year
   *[no] not scaled to a year
 }. Interval { $level }, Garwood.
explore-source-counts = Register of this installation. Counts; interval { $level }, Garwood.
explore-source-plain = Register of this installation. Counts, without interval.
explore-map = Injured per 1,000 employees, by region
explore-map-fatal = Deaths per 100,000 employees, by region
explore-measure-incidence = Injured per 1,000 employees
explore-measure-fatal = Deaths per 100,000 employees
explore-funnel = Which regions differ by more than chance
explore-exposure = Employees, thousands
explore-target = country
explore-funnel-source = Denominator { $denominator }. Dispersion { $phi } (1 is chance alone; p { $p }).
explore-bars = How sure the order of the regions is
standardised-title = With the mix of activities set right
standardised-lead = A region of mines has more injuries than one of offices. Here each region is set beside the country as if that did not matter.
standardised-indirect = Observed over expected, by region (SIR)
standardised-direct = The rate each region would have with the country’s mix of activities
standardised-ratio = Observed over expected (1 is as in the country)
standardised-expected = Expected
standardised-p = p, adjusted for all regions
standardised-crude = As it is
standardised-indirect-assumption = Assumption: one activity is as dangerous in every region, so that the country’s rate in each activity, over the region’s employees in it, says how many injuries to expect; two regions’ ratios are to be read beside the country, not beside each other.
standardised-direct-assumption = Assumption: a region’s rate in each activity would stay what it is if its employees were spread over activities as the country’s are; where an activity has few employees, one injury weighs much, and the interval is wide.
# $regions: their names, as a list.
standardised-above = Higher by more than chance, for having looked at all regions: { $regions }.
standardised-below = Lower by more than chance: { $regions }.
standardised-none-stands-out = No region differs by more than chance, for having looked at all of them.
standardised-unplaced = { $count ->
    [one] { $shown } injury of unknown activity is in no figure.
   *[other] { $shown } injuries of unknown activity are in no figure.
 }
# $activities: their names, as a list.
standardised-missing = Where no figure stands, nobody says how many work in: { $activities }.
standardised-no-series = Nothing to show: no series says how many work in each activity of each region in this period. An analyst takes it in on the page “Denominators”.
# $denominator, $standard: ids of series. $level: as 95%. $method: direct or indirect.
standardised-source = Register of this installation. Employees by activity { $denominator }; the standard is the country by { $standard }; not scaled to a year. Interval { $level }, { $method ->
    [direct] Fay and Feuer
   *[indirect] Garwood
 }.
explore-trend = Injuries over time
explore-trend-fatal = Deaths over time
explore-over-only = { $years }, without what is not over yet
explore-injuries = Injuries
explore-deaths = Deaths
explore-causes = Causes, by number
explore-cause-unknown = Cause not stated
explore-hours = When injuries happen
explore-hours-unknown = { $count ->
    [one] { $shown } injury without a stated hour is not in the picture.
   *[other] { $shown } injuries without a stated hour are not in the picture.
 }
explore-by-region = Region
explore-by-section = Section of activity
explore-by-division = Division of activity
explore-by-kind = Kind of event
explore-by-cause = Cause
explore-by-outcome = Outcome
explore-by-sex = Sex
explore-by-age = Age
explore-by-deviation = ESAW deviation
explore-by-reporters = Who reported
explore-by-month = Month
explore-by-quarter = Quarter
explore-key-unknown = not stated
explore-all = All
explore-column-count = Injuries
explore-column-interval = Interval
explore-column-fatal = Deaths
explore-column-severe = Severe
explore-column-days = Days lost
explore-column-rate = Per 1,000
explore-column-denominator = Denominator
explore-column-annualised = Scaled
explore-yes = yes
explore-no = no
explore-scale-part = of a longer period’s exposure

## A period beside other years

change-title = Compared with a year ago
change-column-with = Compared with
change-column-before = Before
change-column-now = Now
change-column-change = Change (95% interval)
change-column-p = Exact p
change-column-verdict = Verdict
change-year = The same months a year ago
change-to-date = Since January, with the same a year ago
change-five = The same months of up to four years before
change-established = more than chance
change-chance = cannot be told from chance
change-none = cannot be compared
change-is-of-rates = of the rates: { $change }
change-is-of-counts = of the counts: { $change }
change-rates = { $rates } per { $per }
change-running = The period is not over: it is counted and not compared.
change-note = The change and its interval are of the rates where a denominator knows both sides: more or fewer people at work are allowed for. The published page compares counts, which stand below. Score interval; without a denominator, of counts. Below 5% the exact p tells a change from chance; in a table of many rows it is adjusted for their number. Years before the register began are not there.

## A place over time

watch-title = Weeks against what is usual
watch-without-deaths = The weeks count the injured who did not die: a week with a single injury would tell when somebody died.
watch-says = Weeks: { $weeks }. Weeks that stand out: { $out }.
watch-says-none = Weeks: { $weeks }. None stands out.
watch-note = A filled bar is a week that stands out: by EARS (C1, C2: against the seven weeks before; C3: three weeks together) or by CUSUM (many small excesses in a row). It is a reason to look, not a finding.
watch-usual = usual
watch-week = week of { $day }: { $count }
watch-column-week = Week from
watch-column-count = Injuries
watch-column-signals = Stands out by
watch-false = By chance alone a signal comes about every { $weeks } weeks.
watch-gaps-title = Days between deaths
watch-gaps-usual = Usually { $centre } days; between { $lower } and { $upper } chance explains it.
watch-gaps-none = No gap is longer or shorter than chance explains.
watch-gaps-few = Too few deaths to say anything about the days between them.
watch-gaps-even = All gaps are { $centre } days: without a spread nothing tells which would be too short or too long.
watch-gap-too-long = { $day }: { $days } days since the death before, longer than chance explains
watch-gap-too-short = { $day }: { $days } days since the death before, shorter than chance explains

## Signs that injuries are not reported

unreported-title = Signs that injuries are not reported
unreported-lead = Each sign rests on an assumption. None proves anything, and none is published.
unreported-assumption = Assumption
unreported-nothing = Nothing stands out.
unreported-anchored = Deaths without injuries
unreported-silent = Silent regions
unreported-silent-employers = Employers that fell silent
unreported-capture = Lists that do not overlap
unreported-stalled = Years to date that did not move
unreported-unequal = Parts that do not add up
unreported-column-section = Activity
unreported-column-fatal = Deaths
unreported-column-reported = Other injuries reported
unreported-column-expected = Expected (95% interval)
unreported-column-p = p, adjusted
unreported-column-chance = p
unreported-column-stands-out = Stands out
unreported-column-sources = Lists
unreported-column-estimate = Injuries in all, estimated (95% interval)
unreported-column-place = Place
unreported-column-employer = Employer (BIN)
unreported-column-before = Injuries in the years before
unreported-column-expected-now = Expected now
unreported-column-from = From
unreported-column-to = To
unreported-column-count = Number in both
unreported-column-series = Series
unreported-column-period = Period
unreported-column-sum = Parts together
unreported-column-whole = Whole
unreported-column-ratio = Other injuries for each death, where reporting is thought complete
# $ratio: how many other injuries for each death. $period: of which year
unreported-ratio-own = { $ratio } ({ $period }, this activity)
unreported-ratio-all = { $ratio } ({ $period }, all activities: none known for this one)
# $sources: where the ratios were published
unreported-ratio-sources = Ratios from: { $sources }
unreported-listed = On the lists together: { $listed }.
unreported-capture-few = The lists have too little in common to estimate anything.
unreported-pairs-agree = The pairs of lists agree with each other.
unreported-pairs-differ = The pairs of lists contradict each other: the assumption does not hold.
unreported-pairs-unknown = With fewer than two pairs that estimate anything, nothing can contradict.
unreported-not-estimable-empty-list = not estimable: a list is empty
unreported-not-estimable-no-overlap = not estimable: no injury is on both lists
