"""Wordings as central provinces have them, by an author who had not seen the checker."""
