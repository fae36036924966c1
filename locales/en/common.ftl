### Words shared by the console, the press page and the server: one word per thing.

## Kinds of alarm

kind-assist = Come and stand by
kind-panic = Panic button
kind-duress = Duress
kind-holdup = Hold-up
kind-medical = Medical help
kind-fire = Fire
kind-gas = Gas
kind-man-down = Person down
kind-intrusion = Intrusion
kind-tamper = Device tampered with
kind-technical = Technical fault
kind-test = Test

## States of an alarm

state-raised = Not taken
state-acknowledged = Taken
state-responding = On the way
state-attended = On the scene
state-closed = Closed

## How it ended

outcome-real = Real
outcome-no-danger = No danger found
outcome-test = Test

## What contributed (waiting comes first in every list)

factor-waiting = Long wait
factor-intoxication = Intoxication
factor-mental-state = Mental state
factor-dispute-over-care = Dispute over care
factor-other = Other

## What Saqta noticed when the alarm came

flag-unknown-kind = Kind not recognised, treated as panic
flag-unknown-zone = Zone not in the directory
flag-unknown-device = Device not in the directory
flag-revoked-token = Sent with a withdrawn token
flag-unreadable-body = Message could not be read in full
flag-place-uncertain = Place uncertain
flag-key-reused = Same key as an earlier, different alarm
flag-unknown-account = Account not in the directory
flag-unknown-code = Code not recognised
flag-wrong-clock = The sender’s clock is wrong
flag-late = Arrived long after it was pressed
flag-bad-checksum = Checksum does not match
flag-undecryptable = Could not be decrypted
flag-foreign-origin = Sent from another web address
flag-no-account = No account in the message
flag-wrong-value = A value was out of range
flag-text-cut = Text was shortened
flag-not-encrypted = Sent in clear by a device that has a key
flag-unreadable-data = The message's data could not be read

## Who raised it

origin-person = Raised by a person
origin-device = Raised by a device
origin-system = Raised by Saqta

## Roles

role-worker = Worker
role-guard = Guard
role-dispatcher = Dispatcher
role-safety-officer = Safety officer
role-inspector = Labour inspector
role-analyst = Analyst
role-auditor = Auditor
role-admin = Administrator

## Names of things that have none

person-unnamed = Name erased
place-unknown = Place unknown
zone-none = Zone not given
silent-alarm = Silent alarm

## Languages, each in itself

language-kk = Қазақша
language-ru = Русский
language-en = English
