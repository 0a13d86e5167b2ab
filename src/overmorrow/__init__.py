"""Overmorrow: a spaced-repetition quiz for the terminal."""

__version__ = "0.1.0"
