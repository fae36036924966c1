-- The views: tables computed from the journal. Nothing here is the truth: the file may be dropped at any time and is
-- then replayed. There are no migrations. Whoever changes this text, or what an event does to these tables, raises
-- VERSION in store/mod.rs.
--
-- Conventions: times are microseconds since 1970-01-01 UTC, as in the journal; UUIDs are blobs of 16 bytes; words (kinds, outcomes, flags)
-- are the domain's codes; sets of words are joined by one space, in the domain's order, and empty when there is none;
-- a person is an account's UUID, never a name. Truth values are 0 and 1.

-- How far the journal is applied. Always one row.
CREATE TABLE progress (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    -- The journal position of the last event that was applied; 0 before the first.
    position INTEGER NOT NULL,
    -- The origin line of the log that the events came from, by its last `log.opened` or `log.restored`.
    origin   TEXT
) STRICT;

-- One row per alarm, as it stands.
CREATE TABLE alarms (
    -- The journal position of its `alarm.raised`: the order of every list, and the cursor in it.
    position        INTEGER PRIMARY KEY,
    id              BLOB    NOT NULL UNIQUE,
    -- The version of its stream: how many events it has.
    version         INTEGER NOT NULL,
    -- 1 while somebody may still need help.
    open            INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    -- 1 when the place it came from must stay quiet.
    silent          INTEGER NOT NULL,
    -- Who raised it: `person`, `device`, `system`.
    origin          TEXT    NOT NULL,
    -- `unassigned` when nobody knows.
    site            TEXT    NOT NULL,
    zone            TEXT,
    -- What raised it, if it was a device or named one.
    device          TEXT,
    -- The device that pressed, if it named another one.
    raised_from     TEXT,
    -- What was uncertain: a set of words.
    flags           TEXT    NOT NULL,
    situation       BLOB    NOT NULL,
    -- When it was recorded.
    raised_at       INTEGER NOT NULL,
    -- When somebody pressed, by the presser's own clock, if the press said so.
    pressed_at      INTEGER,
    -- Whose press it was, if a person's.
    raised_by       BLOB,
    -- Who did each step since the alarm was last free, and when; both or neither.
    acknowledged_by BLOB,
    acknowledged_at INTEGER,
    responding_by   BLOB,
    responding_at   INTEGER,
    attended_by     BLOB,
    attended_at     INTEGER,
    -- How it was closed: all four, or none while it is open. Factors are a set of words.
    closed_by       BLOB,
    closed_at       INTEGER,
    outcome         TEXT,
    factors         TEXT,
    -- Who freed it last, if nothing came after; both or neither.
    released_by     BLOB,
    released_at     INTEGER,
    reopened_by     BLOB,
    reopened_at     INTEGER,
    -- 1 while its presser contests the outcome.
    contested       INTEGER NOT NULL,
    -- How often its frame was sent again.
    repeats         INTEGER NOT NULL
) STRICT;

-- Each index ends in the position (an alarm's row number), so that a list is read from its newest row on and stops when
-- the page is full, however many alarms there are.
CREATE INDEX alarms_by_open ON alarms (open);
-- `silent` only rides along, so that silent alarms are passed over without looking at their rows.
CREATE INDEX alarms_by_site ON alarms (site, open, position, silent);
CREATE INDEX alarms_by_presser ON alarms (raised_by, open) WHERE raised_by IS NOT NULL;
CREATE INDEX alarms_by_device ON alarms (coalesce(raised_from, device), open)
    WHERE coalesce(raised_from, device) IS NOT NULL;
-- What is open where: counted without looking at a row.
CREATE INDEX alarms_open_by_place ON alarms (site, zone) WHERE open = 1;

-- What happened to an alarm, kept beside each other per alarm.
CREATE TABLE timeline (
    -- The alarm's own position.
    alarm    INTEGER NOT NULL,
    -- The event's position.
    position INTEGER NOT NULL,
    -- When it was recorded.
    at       INTEGER NOT NULL,
    -- The event's type name, as in the journal.
    event    TEXT    NOT NULL,
    -- Who did it, if a person did.
    by       BLOB,
    -- How it ended, and what contributed (a set of words); with `alarm.closed` only.
    outcome  TEXT,
    factors  TEXT,
    -- The public part of the signal that made the event, if one did: the domain's SignalFact as JSON. The signal's bytes
    -- and texts stay sealed in the journal.
    signal   TEXT,
    PRIMARY KEY (alarm, position)
) STRICT, WITHOUT ROWID;

-- What somebody wrote: opened sealed parts, apart from the timeline, so that erasing a writer leaves no trace that a
-- rebuild without the writer's key would not leave as well.
CREATE TABLE texts (
    -- The position of the event that it was written with.
    position INTEGER PRIMARY KEY,
    -- Under whose key it is sealed in the journal: `account:UUID`, `device:ID` or `system`.
    subject  TEXT    NOT NULL,
    -- The note.
    note     TEXT,
    -- What a press said that nobody could place: the domain's Claim as JSON.
    claim    TEXT
) STRICT;

CREATE INDEX texts_by_subject ON texts (subject);

-- Signals that were no alarm.
CREATE TABLE signals (
    position INTEGER PRIMARY KEY,
    -- When it was recorded.
    at       INTEGER NOT NULL,
    site     TEXT    NOT NULL,
    -- The declared device that sent it, if it is known.
    device   TEXT,
    -- Where it came from, and what it reported: the domain's Source and list of Report as JSON.
    source   TEXT    NOT NULL,
    reports  TEXT    NOT NULL,
    -- When it happened by the device's own clock, as RFC 3339 text: such a clock may say anything.
    occurred TEXT,
    -- What was wrong with it: a set of words.
    flags    TEXT    NOT NULL
) STRICT;

CREATE INDEX signals_by_device ON signals (device);

-- Reports of injuries, one row an event, in the journal's order. What the reports of one injury add up to is the domain's
-- fold; it depends on which imports are completed, so that it is not kept here. There is no index by injury: ids are no
-- order of time, and each row of a large import would rewrite a page of it. The reports of one injury are its stream in
-- the journal.
CREATE TABLE reports (
    position INTEGER PRIMARY KEY,
    -- When it was recorded.
    at       INTEGER NOT NULL,
    -- Who recorded it.
    by       BLOB,
    injury   BLOB    NOT NULL,
    -- The import that brought it: it counts once that is completed.
    import   BLOB,
    -- The alarm in which it happened; with the first report only.
    alarm    BLOB,
    -- The reporter's own number of the case.
    number   TEXT,
    -- What it says: the domain's Details as JSON; none when it takes the injury out of the count.
    details  TEXT
) STRICT;

-- Files brought into the register.
CREATE TABLE imports (
    import   BLOB    PRIMARY KEY,
    -- The journal positions of its first and its last step.
    position INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    -- When it was begun, and by whom.
    at       INTEGER NOT NULL,
    by       BLOB,
    -- `open`, `completed` or `withdrawn`.
    stage    TEXT    NOT NULL,
    -- SHA-256 of the file, in hex.
    digest   TEXT    NOT NULL,
    name     TEXT,
    -- How many rows the file has.
    rows     INTEGER NOT NULL,
    -- How many rows of which earlier imports it said again: a JSON list of the domain's Confirmed; none before it is
    -- completed.
    confirmed TEXT
) STRICT, WITHOUT ROWID;

-- Series that others count: every version, so that old figures can be computed again.
CREATE TABLE series (
    position INTEGER PRIMARY KEY,
    -- When it was recorded.
    at       INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    id       TEXT    NOT NULL,
    -- The domain's Series as JSON.
    series   TEXT    NOT NULL
) STRICT;

-- Releases: every revision.
CREATE TABLE releases (
    -- The journal position of its publication.
    position INTEGER PRIMARY KEY,
    -- When it was published, and by whom.
    at       INTEGER NOT NULL,
    by       BLOB,
    id       TEXT    NOT NULL,
    -- The domain's ReleasePublished as JSON.
    release  TEXT    NOT NULL
) STRICT;
