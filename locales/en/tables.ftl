### What stands around the figures in files that are given out: workbooks and bulletins.

table-about = About
table-publisher = Published by
table-published = Published at (UTC)
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
