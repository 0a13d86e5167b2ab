-- What comes with decks of other programs, and the files that decks are kept in.
CREATE TABLE note_type (
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (uid)
) WITHOUT ROWID, STRICT;
CREATE TABLE media (
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;
CREATE TABLE kept (
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;
CREATE TABLE deck_file (
    deck_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (deck_id),
    FOREIGN KEY(deck_id) REFERENCES deck (id)
) WITHOUT ROWID, STRICT;
