-- The first schema.
CREATE TABLE batch (
    id INTEGER NOT NULL,
    uid BLOB NOT NULL,
    hlc INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    name TEXT NOT NULL,
    summary TEXT NOT NULL,
    finished INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;
CREATE TABLE day_tally (
    study_day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    quality INTEGER NOT NULL,
    deck_id INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    answer_ms INTEGER NOT NULL,
    PRIMARY KEY (study_day, kind, quality, deck_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE deck (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    lang TEXT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    options TEXT,
    position INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid),
    UNIQUE (name)
) STRICT;
CREATE TABLE event (
    id BLOB NOT NULL,
    device TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    study_day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    card_uid BLOB,
    quality INTEGER,
    quality_auto INTEGER,
    verdict TEXT,
    typed TEXT,
    think_ms INTEGER,
    answer_ms INTEGER,
    hints INTEGER,
    target BLOB,
    payload TEXT,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
CREATE INDEX event_of_card ON event (card_uid, hlc);
CREATE INDEX event_on_device ON event (device, hlc);
CREATE INDEX event_taken_back ON event (target) WHERE target IS NOT NULL;
CREATE TABLE histogram (
    measure TEXT NOT NULL,
    deck_id INTEGER NOT NULL,
    value INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    PRIMARY KEY (measure, deck_id, value)
) WITHOUT ROWID, STRICT;
CREATE TABLE hour_tally (
    study_day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    deck_id INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    PRIMARY KEY (study_day, hour, deck_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
) WITHOUT ROWID, STRICT;
CREATE TABLE tombstone (
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (uid)
) WITHOUT ROWID, STRICT;
CREATE TABLE note (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    deck_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    prompt TEXT NOT NULL,
    answer TEXT NOT NULL,
    is_cloze INTEGER NOT NULL,
    answer_type TEXT NOT NULL,
    details TEXT NOT NULL,
    section TEXT NOT NULL,
    tags TEXT NOT NULL,
    batch_id INTEGER NOT NULL,
    vanished INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid),
    FOREIGN KEY(deck_id) REFERENCES deck (id),
    FOREIGN KEY(batch_id) REFERENCES batch (id)
) STRICT;
CREATE INDEX note_from_batch ON note (batch_id);
CREATE INDEX note_in_deck ON note (deck_id, position);
CREATE TABLE card (
    id INTEGER NOT NULL,
    uid BLOB NOT NULL,
    note_id INTEGER NOT NULL,
    deck_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    position INTEGER NOT NULL,
    vanished INTEGER NOT NULL,
    repetitions INTEGER NOT NULL,
    interval_days INTEGER NOT NULL,
    ease_hundredths INTEGER NOT NULL,
    due_day INTEGER,
    last_day INTEGER,
    drill INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    suspended INTEGER NOT NULL,
    buried_day INTEGER,
    flag INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    learned_day INTEGER,
    learned_answers TEXT,
    PRIMARY KEY (id),
    UNIQUE (uid),
    FOREIGN KEY(note_id) REFERENCES note (id),
    FOREIGN KEY(deck_id) REFERENCES deck (id)
) STRICT;
CREATE INDEX card_answered ON card (last_day, note_id, deck_id) WHERE last_day IS NOT NULL;
CREATE INDEX card_drill ON card (last_day, deck_id) WHERE drill = 1;
CREATE INDEX card_due ON card (deck_id, due_day, interval_days, note_id, buried_day, suspended, vanished) WHERE due_day IS NOT NULL AND suspended = 0 AND vanished = 0;
CREATE INDEX card_new ON card (deck_id, position, note_id, buried_day, due_day, suspended, vanished) WHERE due_day IS NULL AND suspended = 0 AND vanished = 0;
CREATE INDEX card_of_note ON card (note_id);
CREATE TABLE note_history (
    id INTEGER NOT NULL,
    note_id INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    content TEXT NOT NULL,
    batch_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(note_id) REFERENCES note (id),
    FOREIGN KEY(batch_id) REFERENCES batch (id)
) STRICT;
CREATE INDEX history_of_batch ON note_history (batch_id);
CREATE INDEX history_of_note ON note_history (note_id, hlc);
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
