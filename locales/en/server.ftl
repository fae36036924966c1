### What the server itself tells people: problems, the page about the certificate,
### the page shown when the screens are missing.

## Problems (application/problem+json).
## The value is the title; `.detail` says what happened and what is safe, `.do` what to do next.
## Variants: `.detail-…` replaces `.detail` where the server knows more.

problem-unauthorized = You are not signed in
    .detail = The request came without a valid sign-in or token.
    .detail-password = The login or the password is wrong.
    .do = Sign in and try again.
problem-forbidden = You may not do this
    .detail = Your role does not allow this here. Nothing has changed.
    .detail-origin = The request came from a page at another address and was not carried out.
    .do = Ask your administrator for the right, or a colleague who has it.
    .do-origin = Open Saqta at its own address and try again.
problem-not-found = Not found
    .detail = There is no such record, or you may not see it.
    .do = Check the address, or open the list again.
# $field: name of the field, as in the request
# $why: what is wrong with the value, as `reason-…` says it
# $wrong: how many cells of a file are wrong
problem-invalid = The request was not understood
    .detail = The request does not follow the description of the API. Nothing has changed.
    .detail-field = The value of “{ $field }” cannot be used. Nothing has changed.
    .detail-why = The value of “{ $field }” cannot be used: { $why }. Nothing has changed.
    .detail-rows = Rows of the file cannot be taken: { $wrong } in all. None of it was recorded.
    .do = Correct the request; /api/v1/openapi.json describes it.
    .do-why = Correct it and try again.
    .do-rows = Mend the file and send it again; `errors` names each row and what to do.
# $state: the alarm's state now
# $by: name of the person who made the present state
# `.detail-other`, `.do-other`: the clash is about something other than an alarm's state.
problem-conflict = Changed meanwhile
    .detail =
        { $state ->
            [raised] The alarm is waiting to be taken.
            [acknowledged] The alarm has already been taken.
            [responding] Somebody is already on the way.
            [attended] Somebody is already on the scene.
            [closed] The alarm has already been closed.
           *[other] The alarm is no longer in the state you saw.
        }
    .detail-by =
        { $state ->
            [raised] The alarm is waiting to be taken. Last changed by: { $by }.
            [acknowledged] The alarm has already been taken. Taken by: { $by }.
            [responding] Somebody is already on the way: { $by }.
            [attended] Somebody is already on the scene: { $by }.
            [closed] The alarm has already been closed. Closed by: { $by }.
           *[other] The alarm is no longer in the state you saw. Last changed by: { $by }.
        }
    .detail-other = It was changed meanwhile. Your change was not carried out.
    .do = Look at the alarm again, then decide.
    .do-other = Load it again, then decide.
problem-unavailable = Could not be read
    .detail = The server could not read what you asked for. Presses are still received and recorded.
    .do = Try again in a moment; if it stays so, tell the administrator.
problem-not-recorded = NOT recorded
    .detail = The alarm could not be written down, so it does not count as accepted. The guards' screens show it as unrecorded.
    .detail-step = Your step could not be written down. The alarm is as it was.
    .do = Call for help by voice or by phone, and send the alarm again.
    .do-step = Act as the situation needs, and try again.
# $seconds: whole seconds until the next attempt is possible
problem-too-many-attempts = Too many attempts
    .detail = Sign-in from here is paused, so that nobody can guess the password. Alarms are received as usual.
    .do =
        { $seconds ->
            [one] Try again in { $seconds } second.
           *[other] Try again in { $seconds } seconds.
        }

## /trust: the certificate of this installation

trust-title = Make this device trust Saqta
trust-lead = The press page works without a connection only over HTTPS. This installation has its own certificate authority. Once its certificate is on your device, the device recognises this Saqta and warns you of any other.
trust-caution = Install it only on devices used for work here, and only after comparing the fingerprint.
trust-fingerprint = SHA-256 fingerprint
trust-fingerprint-check = Compare it with the one your administrator has. If a single character differs, install nothing and tell the administrator.
trust-download = Download the certificate
trust-qr = To open this page on a phone, point its camera at the code.
trust-menus = The names in the menus may differ a little from one device to another.
trust-android = Android
    .step-1 = Download the certificate.
    .step-2 = Open Settings → Security → More security settings → Encryption & credentials → Install a certificate → CA certificate.
    .step-3 = Choose “Install anyway”, then the downloaded file.
    .step-4 = Open the press page again: the browser no longer warns.
trust-ios = iPhone and iPad
    .step-1 = Open this page in Safari, download the certificate and allow the profile.
    .step-2 = Open Settings → Profile Downloaded → Install.
    .step-3 = Open Settings → General → About → Certificate Trust Settings and switch this certificate on.
    .step-4 = Open the press page again: the browser no longer warns.
trust-windows = Windows
    .step-1 = Download the certificate and open the file.
    .step-2 = Choose Install Certificate → Local Machine → Place all certificates in the following store → Trusted Root Certification Authorities.
    .step-3 = Close the browser and start it again.
    .step-4 = In Firefox also: Settings → Privacy & Security → View Certificates → Authorities → Import.
trust-remove = When the device is no longer used for this work, remove the certificate in the same menu.
trust-open = Open Saqta
trust-none = This installation has no certificate authority of its own. Nothing has to be installed.

## A file that was taken back

# $rows: how many rows later files had said again. $files: the names of those files
withdrawn-said-again =
    { $rows ->
        [one] { $rows } row of it stood in later files too. It does not count any more either.
       *[other] { $rows } rows of it stood in later files too. They do not count any more either.
    }
    .do = Bring these files once more: { $files }.

## The page shown when the program was built without its screens

ui-missing-title = The screens are not part of this program
ui-missing-detail = Alarms are received and recorded all the same, and the API answers under /api/v1.
ui-missing-do = Build the program with “make build” and start it again.

## What `saqta press` says

# $kind: a kind's word; $place: site/zone
keyboard-recorded = Recorded: { $kind }, { $place }. The guards see it now.
# $why: what went wrong, in a few words
keyboard-trying = NOT delivered yet ({ $why }); trying again. Call by voice or phone too.
keyboard-stranger = NOT delivered: the server does not know this token
    .do = call for help by voice or phone; then have an administrator make a new token
keyboard-given-up = NOT delivered: nobody has received this call
    .do = call for help by voice or phone
