### What stands around the figures in files that are given out: workbooks and bulletins.

table-about = About
table-publisher = Published by
table-as-of = Figures as of
table-code = Code
table-id = Id
table-licence = Licence
table-source = Source

## Why a cell has no figure. The value stands in the cell, `.means` explains it.

table-missing-suppressed = not published
    .means = the figure is known; publishing it could tell who was hurt
table-missing-not-available = no data
    .means = nobody counted this
table-missing-not-applicable = –
    .means = there can be no such figure

# $page: the number of the page. $pages: how many pages there are
table-page = Page { $page } of { $pages }

## Periods. $year: the year, as text. $part: which half (1, 2) or quarter (1 to 4). $from, $to: names of months

table-period-half = H{ $part } { $year }
table-period-quarter = Q{ $part } { $year }
table-period-month = { $from } { $year }
table-period-months = { $from }–{ $to } { $year }
# $month: 1 to 12
table-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
