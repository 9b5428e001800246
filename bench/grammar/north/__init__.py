"""Wordings as reports of northern provinces have them, by an author who had not seen the checker."""
