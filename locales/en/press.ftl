### The press page: one button, read by a frightened person at four in the morning.
### Only messages and { $values }: the page's own reader knows no more of Fluent.

press-title = Saqta: call for help

## Before the press

press-help = Call for help
press-help-again = Call again
press-hold = Press and hold
press-tap = Press
press-hold-longer = Hold a little longer
# The same words as kind-assist
press-assist = Come and stand by
press-place = Help will come to
press-place-uncertain = Place uncertain
press-place-uncertain-detail = Your call is sent all the same.
press-phones = Phone numbers
press-police = Police
press-rescue = Rescue service

## What became of it. $time: hours and minutes at the site; $name: as the guard is called

press-sending = Sending…
press-sending-detail = Not sent yet.
press-sent = SENT { $time }
press-sent-detail = Waiting for a guard to see it.
press-sent-again = Waiting for a guard again.
press-seen = SEEN { $time }
press-seen-by = { $name } has seen your call.
press-seen-by-somebody = A guard has seen your call.
press-coming = ON THE WAY { $time }
press-coming-by = { $name } is on the way to you.
press-coming-by-somebody = A guard is on the way to you.
press-arrived = ARRIVED { $time }
press-arrived-by = { $name } is on the scene.
press-arrived-by-somebody = A guard is on the scene.
press-closed = Closed { $time }
press-closed-no-danger = No danger found
press-closed-no-danger-detail = Closed { $time }. It was right to call.
press-closed-real = The danger was confirmed.
press-closed-test = This was a test.
press-contested = You said that it was real. A dispatcher will look again.
press-stale = No connection: this may be out of date.
press-put-away = Put away

## NOT delivered

press-not-delivered = NOT delivered
press-not-recorded = NOT recorded
press-call-now = Call now
press-keeps-trying = The phone keeps trying.
press-why-offline = No network.
press-why-no-answer = The server does not answer.
press-why-not-recorded = The server could not record the call.
press-why-unknown-phone = The server does not know this phone. Ask the head of security for a new code.

## "I disagree: it was real"

press-contest = I disagree: it was real
press-contest-note = What happened? You may leave this empty.
press-contest-send = Send
press-contest-failed = Not sent. Your words are still here: try again.
press-back = Back

## The link to the server, and colleagues

press-link-lost = No connection to the server. A call is kept and sent as soon as possible. If you need help now, phone.
press-link-stranger = The server does not know this phone. Ask the head of security for a new code; until then, phone.
# $zone: name of the place
press-colleague = Help was called: { $zone }
press-colleague-somewhere = Help was called at your workplace
press-hide = Hide

## A phone that is not connected yet

press-enrol-title = This phone is not connected yet
press-enrol-how = Ask the head of security for your code and point the camera at it, or open the link you were sent.
press-enrol-paste = Or paste the link here
press-enrol-go = Connect
press-enrol-wrong = This is not such a link. Copy all of it, also what stands after the # sign.
press-enrol-until = Until then, phone

## Settings

press-settings = Settings
press-set-silent = Silent
press-set-silent-detail = No sound, no vibration. After a call a small dot shows how things stand; tap it to read more.
press-set-hold = How long to hold the button
# $seconds: such as 0.3
press-set-hold-value = { $seconds } s
press-set-language = Language
press-close = Close
press-sign-legend = What the dot says
press-sign-sending = sending
press-sign-sent = sent
press-sign-seen = seen
press-sign-coming = on the way
press-sign-arrived = arrived
press-sign-closed = closed
press-sign-show = How the call stands
