"""Decisions on the use of results: what a final grade was made to mean for the next budget."""
