### Series that others count, and publishing a release.

## Series

series-title = Denominators and published totals
series-lead = Series that others count: rates are divided by them, press texts are checked against them. Each says who counts and what; figures of different counters are never added or compared. Changed figures make a new version, and the old one stays: earlier releases were divided by it.
series-bring = Take in a file
series-bring-detail = All series of a file are taken in, or none. The same file again changes nothing.
series-file = File of series
series-file-detail = CSV with the columns series, counter, unit, source, published, period, region, activity, value; or SDMX-CSV 2.0 as Eurostat writes it.
series-template = An empty file with these columns
series-beside = What SDMX-CSV does not say
series-id = Id of the series
series-id-hint = Chosen by you, for example bns-employees
series-counter = Who counts
series-counter-hint = For example bns or ministry-of-labour
series-unit = What is counted
series-source = Where it was published
series-published = When it was published
series-only = Of several values, which
series-only-hint = For example sex:T,age:TOTAL
series-submit = Take the file in
series-said-missing = Say this beside the file.
series-said-wrong = This cannot be: { $reason }
series-done = Taken in
# $id: the series; $version: from 1
series-done-version = { $id }: version { $version }
series-done-same = { $id }: nothing new, still version { $version }
# $what: as `geo=DE: 12`
series-passed = Passed over, rows: { $what }
series-not-chosen = Rows of other values than the chosen: { $count }
series-without = Rows that say that there is no figure: { $count }
series-flags = Flags of what was taken, and how often: { $what }
series-refused = Nothing was recorded
series-none = There are no series yet
series-none-detail = Until there are, there are counts and no rates.
series-list = Known series
series-column-id = Series
series-column-counter = Who counts
series-column-unit = What
series-column-periods = Periods
series-column-cells = Figures
series-column-source = Source
series-column-version = Version
# $day: when
series-published-on = published { $day }
unit-employees = employees
unit-employed = persons employed
unit-hours = hours worked
unit-injured = injured
unit-fatal = dead
unit-severe = severely injured
unit-days-lost = days lost

## Releases

publish-title = Releases
publish-lead = What everybody reads at the page of figures, without sign-in.
publish-open = Publish a release
publish-heading = Publish a release
# $id: its id; $revision: from 2
publish-heading-revision = Publish { $id }, revision { $revision }
publish-forever = It goes out at once to everybody, signed, and never changes or goes away.
publish-correcting = What turns out wrong is corrected by a revision under the same id; the earlier one stays readable beside it.
publish-few = A revision, or another release of the same months, is refused while fewer than { $threshold } reports changed: each of them would be told.
publish-period = Period
publish-period-wrong = 2025, 2025-H1, 2025-Q1, 2025-03 or 2025-01..09
publish-period-ahead = This period has not begun yet.
publish-period-running = This period is not over: its figures will still grow.
publish-look = Look at these months first
publish-id = Id
publish-id-hint = Part of the address, for ever
publish-id-wrong = 1 to 64 characters of a–z A–Z 0–9 . _ -
publish-id-page = A page beside the releases has this name; choose another.
# $period: as `Q1 2025`
publish-id-other = The release of this id is of { $period }: give other months another id.
# $revision: the next
publish-id-revision = This id is taken by the same months: it becomes revision { $revision }.
# $id: the release
publish-same-months = { $id } is of the same months already. To correct it, publish its revision.
publish-divided = Divided by
publish-divided-not = not divided
publish-divided-detail = One series of each unit; without any there are no rates.
publish-divided-none = No series of employees, employed or hours is known: the release will have counts and no rates.
publish-divided-one = Choose one at least.
publish-divided-lacks = It has no figure for these months: there will be no such rates.
publish-series = To the series
publish-threshold = Smallest published count
# $most: the largest that is withheld
publish-threshold-hint = Counts from 1 to { $most } are withheld. Usually 5, at least 3.
publish-threshold-wrong = A whole number, at least 3: less would tell of single persons.
publish-synthetic = The data are invented
publish-synthetic-hint = For demonstrations: every page and file then says so.
publish-sure = I have looked at the figures, and know that this cannot be taken back
publish-sure-missing = Tick this first.
publish-submit = Publish for everybody
publish-submit-revision = Publish revision { $revision }
publish-busy = Figures are computed and files written: this can take a minute.
# $id: the release; $revision: from 1
publish-done = Published: { $id }, revision { $revision }
publish-done-detail = It is there for everybody, in three languages, with all its files.
publish-done-open = Open its page
publish-refused = It was not published
publish-refused-period = So few were injured in these months that a release would tell of them. Publish a longer period.
# $threshold: how many must have changed
publish-refused-id = Fewer than { $threshold } reports changed since a release of the same months: a new one would tell of single persons. Publish it once more late reports have come.
publish-refused-revision = Somebody published meanwhile. Look at the list, and try again if it is still needed.
publish-refused-other = The server says: { $reason }
publish-away = No answer came
publish-away-detail = Nobody knows whether it was published.
publish-away-do = Look at the list below before you try again.
publish-none = Nothing has been published yet
publish-none-detail = The first release will stand at the page of figures.
publish-list = Published
publish-column-period = Months
publish-column-id = Id
publish-column-revisions = Revisions
publish-column-published = Last published
publish-column-act = What can be done
publish-revise = Revise
# $id: the release
publish-revise-of = Revise { $id }
# $revision: from 1
publish-revision = revision { $revision }
