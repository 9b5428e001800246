"""Counted things: what is counted, and the list or split that it counts."""
