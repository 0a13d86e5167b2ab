"""The search language: what a learner types to find cards, read into a tree."""
