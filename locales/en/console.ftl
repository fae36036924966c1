### The console, the sign-in page and the landing page.

## Landing page

landing-title = Help comes when somebody presses
landing-lead = Saqta brings the guard to the person who called, and keeps what happened.
landing-console = Guard’s console
landing-console-detail = See every alarm at once, take it, go, close it.
landing-press = Call for help
landing-press-detail = One button for a phone. Works without signing in once the phone is enrolled.
landing-trust = Make a device trust Saqta
landing-trust-detail = Install this installation’s certificate on phones and computers.
landing-emergency = Life in danger and nobody answers here? Call 112.

## Choices and common words

language = Language
theme-to-light = Switch to the light theme
theme-to-dark = Switch to the dark theme
dismiss = Close
cancel = Cancel
reload = Load the page again
refresh = Refresh
try-again = Try again
loading = Loading…
trouble-away = No answer from the server
trouble-away-detail = Nobody can say whether your step was recorded.
trouble-away-do = Look at the alarm again, then repeat. If it is urgent, act by voice or telephone.
screen-broken = This screen has failed
screen-broken-detail = The alarms are safe on the server, but they are not shown here.
screen-broken-do = Load the page again. If it happens again, use another computer and tell your administrator.

## Sign-in

sign-in = Sign in
sign-in-login = Login
sign-in-password = Password
sign-in-show-password = Show the password
sign-in-submit = Sign in
# $seconds: whole seconds until the next attempt is possible
sign-in-wait =
    { $seconds ->
        [one] Try again in { $seconds } second.
       *[other] Try again in { $seconds } seconds.
    }
sign-in-press = Do you need help?
session-ended = Signed out: alarms are not shown here
session-ended-detail = Your sign-in has ended. Sign in again and start the shift.
sign-out = Sign out

## Start of the shift

# $name: the guard's name
start-shift-greeting = Good to see you, { $name }
start-shift = Start shift
start-shift-detail = You will hear a short beep. It means that alarms will be heard on this computer.
start-shift-mute = This computer makes no sound
start-shift-mute-do = Check the loudspeaker, the volume and the browser’s permission to play sound. Then start the shift again.
start-shift-without-sound = Continue without sound

## Frame of the console

console-title = Saqta – console
views = What to show
# $count: how many alarms are open
view-open = Open: { $count }
view-history = History
on-shift = On shift
view-only = view only
# $seconds: whole seconds since the server was last heard
link-age = Link { $seconds } s
link-detail = How long ago the server was last heard. Up to 5 seconds is normal.
sound-armed = Sound on
sound-siren = Alarm sounds
sound-suspended = No sound
sound-off = No sound

fault-stream-silent = No link to the server: new alarms are not shown
fault-stream-silent-do = Stay by the telephone and warn the departments. Check the network cable. The screen keeps trying by itself and catches up.
fault-sound-suspended = Sound is off: you will not hear an alarm
fault-sound-suspended-do = Press the button. If there is no beep, check the loudspeaker and keep looking at the screen.
fault-sound-suspended-button = Turn sound on

## Keys

keys-title = Keys
key-space = Space
key-step = Step the top alarm on: take it, then “on the way”
key-choose = Choose another alarm
key-attend = “On the scene” for the chosen alarm
key-help = This list
key-escape = Leave the field or window

## Places

places = Places
places-none = No places have been declared yet.
place-calm = calm
# $name: name of the place
place-unfold = Show or hide what is inside: { $name }

## Open alarms

open-alarms = Open alarms
# $count: open alarms, $waiting: those that nobody has taken
open-alarms-counts =
    { $waiting ->
        [0] { $count } open, all taken
        [one] { $count } open, { $waiting } not taken
       *[other] { $count } open, { $waiting } not taken
    }
# $waiting: alarms that nobody has taken
waiting-announcement =
    { $waiting ->
        [one] { $waiting } alarm is not taken
       *[other] { $waiting } alarms are not taken
    }
# $kind, $place, $time: words; $count: alarms in the row
row-label =
    { $count ->
        [one] { $kind }, { $place }, { $time }
       *[other] { $kind }, { $count } alarms, { $place }, { $time }
    }
drill = Drill
contested = Contested by the person who called
contested-detail = They say that it is not over. A dispatcher decides and closes it.
pressed-at = Pressed at { $time } by the sender’s clock
# $waiting: alarms of the row that nobody has taken
still-waiting = { $waiting } not taken
# $waiting: alarms of the row that nobody has taken, $count: all of them
waiting-of = { $waiting } of { $count } not taken
# $count: further remarks
more-flags = +{ $count }
calm = All is calm
calm-detail = No open alarms. This screen listens and will sound.
list-unknown = Not known
list-unknown-detail = There may be alarms that this screen has not received.
loading-alarms = Loading the open alarms…
loading-alarms-detail = New ones are received meanwhile.
unrecorded = UNRECORDED
unrecorded-detail = Somebody is calling, but the call could not be written down. Go or phone now.
unrecorded-seen = Seen to
no-right = You may not see alarms here
no-right-detail = Your role has no right to the alarms of this place.
no-right-do = Ask your administrator for the right, or sign in with another account.

## Steps

step-acknowledge = Take
step-respond = On the way
step-attend = On the scene
step-close = Close
step-release = Hand back
step-reopen = Open again

## The chosen alarm

chosen-alarm = Chosen alarm
nothing-chosen = No alarm chosen
nothing-chosen-detail = What is known about an alarm is shown here.
nobody-yet = Nobody is coming yet
flags = Remarks
phones = Telephones
# $count: alarms in the situation
members =
    { $count ->
        [one] { $count } alarm in this situation
       *[other] { $count } alarms in this situation
    }
timeline = What happened
add-note = Note
note = Note
note-hint = Facts, briefly. Everybody who may see this alarm can read it.
note-submit = Save the note
draft-kept = Draft kept
close-title = Close the alarm
close-outcome = How did it end?
close-outcome-missing = Choose how it ended.
close-factors = What contributed?
# $count: alarms in the situation
close-all =
    { $count ->
        [one] Close { $count } alarm of this situation
       *[other] Close all { $count } alarms of this situation
    }
close-submit = Close the alarm
close-hurt = Somebody was hurt: close and report
hurt-blocked = The report did not open
hurt-blocked-detail = The alarm is closed. Open the report with “Report an injury” on the closed alarm.
report-hurt = Report an injury

## What happened (timeline). With -by: $name is the person's name

happened-raised = Raised
happened-raised-by = { $name } called
happened-acknowledged = Taken
happened-acknowledged-by = { $name } took it
happened-responding = On the way
happened-responding-by = { $name } is on the way
happened-attended = On the scene
happened-attended-by = { $name } is on the scene
happened-closed = Closed
happened-closed-by = { $name } closed it
happened-released = Handed back
happened-released-by = { $name } handed it back
happened-noted = Note
happened-noted-by = { $name }: note
happened-reopened = Opened again
happened-reopened-by = { $name } opened it again
happened-contested = Contested
happened-contested-by = { $name } says that it is not over
happened-repeated = The same signal came again
happened-repeated-by = The same signal came again: { $name }
happened-joined = A better copy of the signal came
happened-joined-by = A better copy of the signal came: { $name }
happened-signalled = The device reported
happened-signalled-by = The device reported: { $name }
# $said: what the sender claimed and Saqta could not place
claimed = As sent: { $said }
# $account: number of the protected object, as the panel sends it
signal-account = Panel { $account }
# $point: number of the button or sensor, as the panel sends it
signal-point = point { $point }
# $area: number of the area, as the panel sends it
signal-area = area { $area }

## History

history-none = No such alarms
history-none-detail = Nothing matches the filters.
history-behind = The newest changes may be missing here
history-behind-detail = The server’s lists cannot keep up: its disk may be full. Alarms are still recorded and shown live. Tell the administrator.
load-more = Show more
export-csv = CSV
export-failed = The file could not be made. Try again.
print = Print
filter-site = Site
filter-kind = Kind
filter-outcome = Outcome
filter-from = From day
filter-to = To day
filter-any = All
filter-clear = Clear the filter
column-id = Number
column-raised = Raised
column-kind = Kind
column-place = Place
column-site = Site
column-zone = Zone
column-state = State
column-outcome = Outcome
column-factors = What contributed
column-who = By
column-flags = Remarks
