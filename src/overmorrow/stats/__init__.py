"""Numbers about learning, from counts to reports."""
