### Files that come in: choosing and sending one, what is wrong in it, the files that came into the register.

## Choosing and sending

file-choose = Choose a file
file-other = Choose another file
file-drop = or drop it here
# $name: what the file is called; $size: as `1.4 MB`
file-chosen = { $name }, { $size }
file-size-kb = { $size } kB
file-size-mb = { $size } MB
file-missing = Choose a file first.
file-remove = Take the file away
# $sent, $total: as `1.4 MB`
file-sending = Being sent: { $sent } of { $total }
file-arriving = All of it is sent. The server is taking it in.
file-stop = Stop
file-stopped = Stopped
file-stopped-detail = The file was not sent to its end, and nothing was recorded.
file-away = No answer came
file-away-detail = Nobody knows whether the file arrived. What counts stands in the list below.
file-away-do = Send it again: the same file twice changes nothing.

## What is wrong, cell by cell

cells-title = What is wrong, cell by cell
# $listed of $wrong: how many are shown, how many there are
cells-first = The first { $listed } of { $wrong } are shown. Correct these and bring the file again: it will name the others.
cells-csv = Save the list as CSV
cells-line = Row
cells-column = Column
cells-value = What stands there
cells-problem = What is wrong
cells-do = What to do
cells-whole-row = the whole row
cells-header = the header

## A file of injuries

imports-open = Bring in a file
imports-title = Bring files into the register
imports-lead = One row is one injury as one source reports it. The whole file is read before anything is recorded: if one row is wrong, nothing is taken, and each wrong cell is named here. The same file again changes nothing.
imports-file = File of injuries
imports-file-detail = CSV in UTF-8, or xlsx. Who was hurt may stand in it: the server seals it.
imports-template = An empty file with all the columns
imports-mapping = Mapping file, if headers or words differ
imports-mapping-detail = TOML text that says which header and which word of your sheet means what.
imports-mapping-wrong = The mapping file cannot be understood. Nothing was recorded.
imports-mapping-large = The mapping file is too large to be sent beside the file: at most { $size } kB.
imports-submit = Check and bring in

## How far it has come

# $done: how many rows
job-checking = Being checked. Rows read: { $done }
job-recording = Being recorded. Rows: { $done } of { $rows }
job-nothing-yet = Nothing counts before everything is recorded. You may leave this page: it goes on, and this address tells how far it has come.
job-completed = Recorded
job-completed-nothing = Nothing new: every row was known already
job-tally-recorded = New injuries
job-tally-reported = Known already from another source
job-tally-revised = Known already, now said differently
job-tally-unchanged = Known already, unchanged
job-remarks = Noticed besides
job-refused = Nothing was recorded
# $wrong: how many cells
job-refused-cells = { $wrong ->
    [one] { $wrong } cell cannot be taken, and so nothing of the file was. Correct it and bring the file again.
   *[other] { $wrong } cells cannot be taken, and so nothing of the file was. Correct them and bring the file again.
 }
job-failed = It was not brought to its end: nothing of it counts
job-failed-do = Bring the same file again: it goes on where it stopped. If it stops once more, show the lines below to whoever runs the server.
job-lost = The server does not know how far this file has come
job-lost-detail = It was started anew since then, or somebody else brought the file. What the list below does not call recorded does not count; the same file again goes on where it stopped.
job-another = Bring in another file
job-register = To the register

## The files

imports-list = Files brought in
imports-none = No file has been brought in yet
imports-none-detail = Each file stands here with who brought it, and can be taken back as a whole.
imports-column-name = File
imports-column-at = Brought in
imports-column-by = By
imports-column-rows = Rows
imports-column-stage = State
imports-column-act = What can be done
imports-by-folder = at the server itself
imports-unnamed = Without a name
imports-stage-open = Not finished: nothing of it counts
imports-stage-completed = Recorded
imports-stage-withdrawn = Taken back: nothing of it counts
imports-withdraw = Take back
# $name: what the file is called
imports-withdraw-of = Take back { $name }
imports-withdraw-title = Take this file back?
# $name: the file; $rows: how many; $at: when; $by: who
imports-withdraw-goes = { $name }: { $rows } rows, brought in { $at }, { $by }. Nothing of what they said counts any more, in any figure.
imports-withdraw-stays = Everything stays in the journal. What other files and people reported still counts, and published releases stay as they are.
imports-withdraw-later = Rows that a later file merely repeated belong to this one and go with it: bring that file again afterwards.
imports-withdraw-sure = I have checked that this is the file
imports-withdraw-submit = Take the file back
# $name: what the file is called
imports-withdrawn = { $name } no longer counts
imports-withdrawn-detail = If it was a mistake, bring the same file again.
