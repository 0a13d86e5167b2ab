"""The nine pages of statistics: each takes counts, and gives a drawing and a table."""
