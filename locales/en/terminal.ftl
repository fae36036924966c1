### What `saqta figures` says to people in a terminal. `--json` says the same to programs, in no language.

## Intervals and comparisons

# $rate, $lower, $upper: numbers. $level: the coverage, as 0.95. $method: a code, as garwood
terminal-interval = { $rate } ({ $lower } – { $upper }; level { $level }, { $method })
# $ratio, $lower, $upper: numbers. $level: the coverage, as 0.95
terminal-ratio = ratio { $ratio } ({ $lower } – { $upper }; level { $level })
# $exact, $mid, $etest, $score: p-values
terminal-p = p: exact conditional { $exact }, mid-P { $mid }, E-test { $etest }, score { $score }

## A table

terminal-all = all
terminal-not-known = not known
terminal-column-injured = injured
terminal-column-interval = interval
terminal-column-died = died
terminal-column-rates = rates
# $measure: a code, as incidence. $value, $lower, $upper: numbers. $per: a number, as 1000. $denominator: a series and its version
terminal-rate = { $measure } { $value } ({ $lower }–{ $upper }) per { $per } over { $denominator }
terminal-rate-annualised = { $measure } { $value } ({ $lower }–{ $upper }) per { $per } over { $denominator }, annualised
terminal-annualised = rates of persons are annualised: scaled up from the period to a year
terminal-cumulative = rates of persons are cumulative: of the period as it is, not annualised
# $period, $first, $last: periods, as 2025-Q1
terminal-nothing-in = no injury of the file lies in { $period }; it has { $first } to { $last }
terminal-no-injury = the file has no injury
terminal-no-denominator = no denominator is of { $period } and of what is counted: there are no rates
# $rows: how many rows
terminal-said-anew =
    { $rows ->
        [one] { $rows } row has the number of an earlier one from the same source and says something else: the last one counts
       *[other] { $rows } rows have the number of an earlier one from the same source and say something else: the last one counts
    }

## Units beside each other

terminal-column-code = code
terminal-column-count = count
terminal-column-ratio = ratio
terminal-column-place = place
terminal-column-p = p
terminal-column-funnel = funnel
terminal-position-within = within
terminal-position-below = below
terminal-position-above = above
terminal-position-far-below = far below
terminal-position-far-above = far above
# $phi: a number. $p: a p-value
terminal-dispersion = dispersion { $phi } (p { $p })
terminal-legend-ratio = ratio: the count over what everybody's rate leads one to expect in the period, not annualised, and its interval
terminal-legend-place = place: by rate, 1 the highest, and the places that it could truly take, all places holding together
terminal-legend-p = p: of a unit like all others, adjusted for having looked at all of them
terminal-legend-funnel = funnel: below, above: outside of the limits at 95 %; far below, far above: at 99.8 %
# $period: a period
terminal-no-unit = the denominators have no region or section for { $period }
    .do = choose a period that they have, or name other denominators

## Files that are brought in

# $line: the line of the file, from 1. $column: the header of the column
terminal-at-line = line { $line }
terminal-at-cell = line { $line }, { $column }
# $count: how many are not listed
terminal-and-more = … and { $count } more
# $wrong: how many cells. $file: the name of the file
terminal-wrong-cells =
    { $wrong ->
        [one] { $wrong } cell of { $file } is wrong
       *[other] { $wrong } cells of { $file } are wrong
    }
    .do = mend the file; each error above names its line
    .safe-counted = nothing was counted: figures of a part would pretend to be of the whole
    .safe-recorded = nothing was recorded
    .safe-taken-in = nothing was taken in
terminal-checked = checked
terminal-recorded = recorded
# $rows, $recorded, $reported, $revised, $unchanged: numbers of rows. $import: its id
terminal-brought = { $rows } rows: { $recorded } recorded, { $reported } reported, { $revised } revised, { $unchanged } unchanged; import { $import }
# $rows: how many rows. $dimension, $code: as geo and DE
terminal-passed-over =
    { $rows ->
        [one] { $rows } row of { $dimension }={ $code } is passed over
       *[other] { $rows } rows of { $dimension }={ $code } are passed over
    }
# $series: series with their versions
terminal-taken-in = taken in: { $series }

## A release computed again

# $release: its id. $revision, $files, $position: numbers
terminal-verified = verified { $release } revision { $revision }: { $files } files are what entries 1 to { $position } of the journal say, byte for byte
# $file: the name of the file. $release: its id. $revision: a number
terminal-differs = { $file } of { $release } revision { $revision } is NOT what the journal says
    .safe = whether the journal itself was changed, `saqta verify` says
    .do = keep the file; --to FOLDER writes what the journal says, to compare with
# $file: the name of the file. $release: its id. $revision: a number
terminal-kept-changed = { $file } of { $release } revision { $revision } was changed where the server reads it
    .safe = the journal says what was published, and the server shows no changed file
    .do = `saqta figures verify { $release }@{ $revision } --mend` makes it again
terminal-kept-missing = { $file } of { $release } revision { $revision } is missing where the server reads it
    .safe = the journal says what was published
    .do = `saqta figures verify { $release }@{ $revision } --mend` makes it again
terminal-kept-unreadable = { $file } of { $release } revision { $revision } cannot be read
