-- Recall by interval and by hour, and what was proposed beside what was chosen; all of it by deck
-- and in all. Filled from the log.
DROP TABLE day_tally;
DROP TABLE hour_tally;
CREATE TABLE day_tally (
    deck_id INTEGER NOT NULL,
    study_day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    quality INTEGER NOT NULL,
    interval_step INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    answer_ms INTEGER NOT NULL,
    PRIMARY KEY (deck_id, study_day, kind, quality, interval_step)
) WITHOUT ROWID, STRICT;
CREATE TABLE day_total (
    study_day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    quality INTEGER NOT NULL,
    interval_step INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    answer_ms INTEGER NOT NULL,
    PRIMARY KEY (study_day, kind, quality, interval_step)
) WITHOUT ROWID, STRICT;
CREATE TABLE hour_tally (
    deck_id INTEGER NOT NULL,
    study_day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    reviews_recalled INTEGER NOT NULL,
    PRIMARY KEY (deck_id, study_day, hour)
) WITHOUT ROWID, STRICT;
CREATE TABLE hour_total (
    study_day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    reviews_recalled INTEGER NOT NULL,
    PRIMARY KEY (study_day, hour)
) WITHOUT ROWID, STRICT;
CREATE TABLE choice_tally (
    deck_id INTEGER NOT NULL,
    study_day INTEGER NOT NULL,
    proposed INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    PRIMARY KEY (deck_id, study_day, proposed, quality)
) WITHOUT ROWID, STRICT;
CREATE TABLE choice_total (
    study_day INTEGER NOT NULL,
    proposed INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    PRIMARY KEY (study_day, proposed, quality)
) WITHOUT ROWID, STRICT;
