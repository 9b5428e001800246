"""Faults of words: placeholders, damaged figures, brackets, dates, titles, words against their figures."""
