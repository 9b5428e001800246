"""Wordings as reports of western provinces have them, by an author who had not seen the checker."""
