-- The shortest intervals first, without looking at every card that is due.
CREATE INDEX card_short ON card (interval_days, due_day, id, deck_id, note_id, buried_day, suspended, vanished) WHERE due_day IS NOT NULL AND suspended = 0 AND vanished = 0;
