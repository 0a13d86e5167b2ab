-- What the search index has to catch up with, searches with a name, and notes kept apart.
CREATE TABLE stale_note (
    note_id INTEGER NOT NULL,
    prompt TEXT NOT NULL,
    answer TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (note_id)
) STRICT;
CREATE TABLE saved_search (
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;
CREATE TABLE kept_apart (
    note_uid TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (note_uid)
) WITHOUT ROWID, STRICT;
CREATE INDEX note_tagged ON note (tags) WHERE tags <> '[]';
CREATE INDEX card_in_deck ON card (deck_id, position, vanished) WHERE vanished = 0;
CREATE INDEX event_missed ON event (verdict, card_uid) WHERE verdict <> 'CORRECT';
CREATE TRIGGER note_reworded AFTER UPDATE OF prompt, answer, details ON note
    WHEN OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'index_reach')
        AND (OLD.prompt, OLD.answer, OLD.details) <> (NEW.prompt, NEW.answer, NEW.details)
    BEGIN INSERT OR IGNORE INTO stale_note (note_id, prompt, answer, details)
        VALUES (OLD.id, OLD.prompt, OLD.answer, OLD.details); END;
CREATE TRIGGER note_gone AFTER DELETE ON note
    WHEN OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'index_reach')
    BEGIN INSERT OR IGNORE INTO stale_note (note_id, prompt, answer, details)
        VALUES (OLD.id, OLD.prompt, OLD.answer, OLD.details); END;
