"""What a learner owns: notes, the cards made from them, and the plain-text decks they live in."""
