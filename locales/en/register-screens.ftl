### The screens of the register: the list, one injury, the form.

## The list

register-title = Register of injuries
register-report = Report an injury
register-csv = CSV of what is shown ({ $count })
register-behind = The newest reports may be missing
register-behind-detail = The register is catching up with the journal. Nothing is lost.
register-none = No injuries yet
register-none-detail = What is reported by hand, from an alarm or by import stands here.
register-none-such = Nothing matches
register-none-such-detail = Within your rights and these filters there is no injury.
register-all = Show all
register-shown = { $count ->
    [one] { $count } injury shown.
   *[other] { $count } injuries shown.
 }
register-shown-all = That is all.
register-unknown = not known
register-yes = yes
register-period = Period
register-period-wrong = 2025, 2025-H1, 2025-Q1, 2025-03 or 2025-01..09
register-column-kind = What happened
register-column-outcome = Outcome
register-column-place = Where
register-column-cause = Cause
register-column-sources = Reported by

## One injury

register-back = All injuries
register-known = What is known
register-sealed-elsewhere = Who was hurt is sealed and not shown here. Opening it is an event of the journal.
open-injured = Open who was hurt
open-reason = Why it is opened
open-recorded = Your name, the time and this reason are recorded in the journal before anything is shown.
open-submit = Open and record
open-close = Close again
open-nobody = No report says who was hurt.
open-erased = Erased: the key was destroyed, and nobody can read it any more.
sealed-erased = Who was hurt has been erased: the key was destroyed, and nobody can read it any more. The injury counts on.
register-history = History
register-history-detail = Nothing is overwritten. Each entry has its place in the journal, by which it can be proved. Whoever opens who was hurt stands here too.
history-opened = Opened: who was hurt
history-erased = Erased: who was hurt
# $reason: in the words of whoever did it.
history-reason = Why: { $reason }
history-reason-gone = The reason cannot be read any more.
history-restored = Recorded again after an earlier backup was restored.
report-first = Reported
report-revised = Updated
report-withdrawn = Taken out of the count
report-imported = by import
report-position = journal position { $position }
report-positions = journal positions { $first } to { $last }
report-same = nothing changed

## Updating

revise-open = Update
revise-title = What is known now
revise-detail = This becomes a new report. The old one stays as it was.
revise-note = Why it changes
revise-submit = Record the report
note-sealed = Sealed: only whoever may open it can read it.
reason-missing = Say why.
sure-missing = Tick this first.

## Taking out

withdraw-open = Take out of the count
withdraw-title = Take this injury out of the count?
withdraw-detail = Its reports stay in the journal. It no longer counts in any figure.
withdraw-note = Why it does not count
withdraw-submit = Take out
withdraw-done = It no longer counts
withdraw-done-detail = The journal keeps all of its reports. Reported again under its number, it counts again.

## Erasing who was hurt

erase-open = Erase who was hurt
erase-title = Erase who was hurt, for ever?
erase-lost = Lost for everybody, a court too: name, identification number, date of birth, occupation and what happened in words, in all reports of this injury.
erase-kept = The injury counts on in every figure. Its reports stay without the person, and the journal still verifies.
erase-later = What is reported of the person later is not kept either. Backups made before still hold the key until they are deleted.
erase-reason = Why it is erased
erase-recorded = Your name, the time and this reason are recorded and stand in the injury’s history. Do not name the person here.
erase-sure = I know that nobody can undo this
erase-submit = Erase for ever
erase-elsewhere = Only an administrator erases who was hurt: send them the address of this page.
erase-blind = Your role erases and does not see the injury. Compare its number with the request.
erase-injury = Number of the injury
erase-done = Erased
erase-done-detail = Nobody can read any more who was hurt. The injury counts on.

## The form

report-title = Report an injury
report-lead = Only day, kind and outcome are required. Leave empty what is not known; it can be said later.
report-lead-alarm = Filled in from the alarm. Check it and add what came of it; only day, kind and outcome are required.
report-submit = Report
report-clear = Start anew
report-kept = Draft kept in this browser, without the sealed part
report-faults = { $count ->
    [one] { $count } field needs a look
   *[other] { $count } fields need a look
 }
choose = Choose
choose-nothing = Nothing found
part-event = What happened
part-place = Where, and who employs
part-why = Why and how
part-person = About the person, for the figures
part-person-detail = Counted, but never shown with a name.
part-sealed = Sealed: who was hurt
part-sealed-detail = The server seals this part. It is not kept in the draft, not listed and not counted; each opening is recorded. Leave it empty if it is not needed.

field-date = Day
field-month = Month
field-hour = Hour
field-kind = Kind of event
field-outcome = Outcome
field-severe = Severe
field-days_lost = Days of work lost
field-days_restricted = Days of restricted work
field-site = Site
field-region = Region
field-activity = Activity (NACE, OKED)
field-employer = Employer’s BIN
field-host = Host’s BIN
field-source = Reported by
field-reported = Registered by the reporter on
field-cause = Cause
field-deviation = What went wrong (ESAW deviation)
field-contact = What hurt (ESAW contact)
field-injury_type = Type of injury (ESAW)
field-body_part = Part of the body (ESAW)
field-sex = Sex
field-age = Age
field-number = Case number
sealed-name = Name
sealed-iin = IIN
sealed-born = Born on
sealed-occupation = Occupation
sealed-circumstances = What happened, in words

hint-hour = Of that day, 0 to 23, by the clock of the place
hint-days-lost = Full calendar days, the day itself not counted
hint-severe = By the medical conclusion
hint-site = Fills region, activity and employer
hint-activity = As Q, 86 or 86.10
hint-employer = 12 digits
hint-host = 12 digits; where a contractor works for somebody
hint-number = The reporter’s own: the same number again is the same injury

wrong-date = Give the day; it cannot lie in the future.
wrong-hour = An hour from 0 to 23.
wrong-kind = Choose what kind of event it was.
wrong-outcome = Choose what came of it.
wrong-days_lost = A whole number. If days were lost, the outcome is “days of work lost” or “fatal”.
wrong-days_restricted = A whole number of days.
wrong-site = This site is not declared, or not yours.
wrong-region = Choose a region.
wrong-activity = A code as Q, 86, 86.1 or 86.10.
wrong-employer = 12 digits.
wrong-host = 12 digits.
wrong-source = Choose who reports.
wrong-reported = A day, not before the injury and not in the future.
wrong-cause = Choose a cause from the list.
wrong-deviation = Choose a code from the list.
wrong-contact = Choose a code from the list.
wrong-injury_type = Choose a code from the list.
wrong-body_part = Choose a code from the list.
wrong-sex = Choose, or leave empty.
wrong-age = Choose, or leave empty.
wrong-number = At most 100 characters.
wrong-name = At most 4,000 characters.
wrong-iin = 12 digits.
wrong-born = A day.
wrong-occupation = At most 4,000 characters.
wrong-circumstances = At most 4,000 characters.

## After reporting

recorded-recorded = Recorded
recorded-reported = Recorded: this injury was known already from another source
recorded-revised = Recorded: what was known is updated
recorded-unchanged = Known already; nothing new to record
recorded-detail = It stands in the journal, position { $position }, and cannot be lost.
recorded-open = Open it
recorded-list = To the register
recorded-another = Report another
recorded-by-others = The safety officer and the inspector see it. Your role reports injuries but does not see the register.
