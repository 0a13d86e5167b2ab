"""Files that are not ours, read and written."""
