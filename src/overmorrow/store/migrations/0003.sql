-- Articles that cards were made from, where in them each note stands, and what was left of them.
CREATE TABLE source (
    uid TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    day INTEGER NOT NULL,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (uid)
) STRICT;
CREATE TABLE note_source (
    note_uid TEXT NOT NULL,
    source_uid TEXT NOT NULL,
    proposal TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    paragraph_start INTEGER NOT NULL,
    paragraph_end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    answer_start INTEGER NOT NULL,
    answer_end INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (note_uid)
) WITHOUT ROWID, STRICT;
CREATE INDEX note_from_source ON note_source (source_uid);
CREATE TABLE dropped_proposal (
    source_uid TEXT NOT NULL,
    proposal TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (source_uid, proposal)
) WITHOUT ROWID, STRICT;
CREATE TABLE draft (
    source_uid TEXT NOT NULL,
    content TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    PRIMARY KEY (source_uid)
) STRICT;
