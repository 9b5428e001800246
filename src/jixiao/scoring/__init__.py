"""Scoring: a dossier and the rules of its place make a scorecard with the trace of every point."""
