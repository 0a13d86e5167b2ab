"""The commands of each part of the program; together they are the one table of keys."""
