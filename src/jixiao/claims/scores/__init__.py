"""Scores, grades, weights and indicators, in sentences, lines, forms and tables."""
