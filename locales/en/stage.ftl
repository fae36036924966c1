### The stage: the first five minutes with Saqta, told in scenes.

stage-title = Saqta: the stage
stage-ribbon = SIMULATION
stage-ribbon-detail = Invented people and places. Real screens, real protocols, a real running program.
stage-phone = The nurse's phone
stage-console = The guard's console
stage-language = Language
stage-back = Back
stage-next = Next
# $number of $count: such as 2 of 10
stage-progress = Scene { $number } of { $count }
stage-keys = ← and → turn the pages
stage-waiting = The program is starting…
stage-away = The demo has ended. Start it again with: make demo
stage-server-up = server running
stage-server-down = server killed
stage-working = One moment…
stage-failed = That did not work. Nothing is broken: try again.
stage-done = Done.
stage-see = What you see

stage-start-title = Start of the shift
stage-start-story = Choose your language above. Then press “Start shift” on the console.
stage-start-see = A short beep: from now on this console may sound an alarm. A browser stays mute until somebody clicks.

stage-calm-title = All is calm
stage-calm-story = Five workplaces on one screen: emergency departments and hospitals, a clinic, a mine.
stage-calm-see = A dot for each place, and the age of the server's last sign of life, never more than a few seconds. If it stops, the console says so itself.

stage-assist-title = The queue grows angry
stage-assist-story = Nobody has been hit. The nurse wants somebody beside her. Hold “Come and stand by” on the phone, or let the story do it.
stage-assist-see = A quiet row on the console, no siren. A guard comes before anything happens.
stage-do-assist = The nurse taps “Come and stand by”

stage-blow-title = The blow
stage-blow-story = Somebody hits out, and a hand finds the button on the wall. The button speaks SIA DC-09, as real alarm panels do. Then click the console: space takes the alarm, space again sets out, Enter arrives.
stage-blow-see = Red, loud, counting 00:01, 00:02… The colleague's phone says that help was called, and where.
stage-do-blow = The wall button is pressed

stage-two-more-title = Two more presses
stage-two-more-story = Others press too. Nobody has to know whether somebody pressed before.
stage-two-more-see = One situation, ×3. None is merged away, each is on record, and taking the situation takes all three.
stage-do-two-more = Two more people press

stage-hurt-title = One person is hurt
stage-hurt-story = It is over. The alarm is closed: it was real, the wait was long, and one person was hurt. Whoever closes it can report the injury at once.
stage-hurt-see = A report that is filled in already: place, hour, kind, and the European code for violence by outsiders. Only what nobody knows yet is left open; who was hurt is kept sealed.
stage-do-hurt = The alarm is closed, one hurt

stage-kill-title = The server is killed
stage-kill-story = Kill it, hard, in the middle of work. Then hold the red button on the phone. Then start the server again.
stage-kill-see = Within eight seconds the console shows a fault across its full width. The phone does not pretend: NOT delivered, and whom to call. After the restart that press arrives by itself, once.
stage-do-kill = Kill the server
stage-do-restart = Start it again

stage-figures-title = Today's injury is counted
stage-figures-story = The report becomes a figure. Then paste a press text and see what its numbers are worth, and look at what was published, with everything needed to check it a year later.
stage-figures-see = One injury, with its interval drawn: one case alone says little. In the press text: what holds, what is noise, what mixes denominators, and what nobody can know.
stage-do-count = Count today's injury
stage-do-headline = Check a press text
stage-do-release = Open the published figures

stage-verify-title = Can it be proved?
stage-verify-story = Every press and every answer is an entry in a journal that is sealed like a chain. First check it all. Then change a single byte, on a copy.
stage-verify-see = First: everything holds. Then: the exact position that was touched.
stage-do-verify = Check the journal
stage-do-flip = Change one byte on a copy
# $entries: how many; $root: the start of a fingerprint
stage-verified = Everything holds. Entries: { $entries }. Fingerprint: { $root }…
# $position: number of the entry
stage-flipped = Found. Position { $position } is not as it was recorded.
stage-flip-missed = The changed byte was not found. That must not happen: please report it.

stage-yours-title = Your turn
stage-yours-story = Point your phone's camera at the code: the press page opens, already connected. Hold the button.
stage-yours-see = Your own press on the console. To add your own workplace, describe it in a short file and run:
stage-qr = QR code: opens the press page on your phone
stage-open-link = Open it here instead
stage-reset = Clear the stage and begin again
