"""Cards from an article: its text goes in, proposals with their sources come out."""
