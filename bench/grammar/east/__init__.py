"""Wordings as eastern provinces have them, by an author who had not seen the checker."""
