"""Weights and scores up to their total, and the grade that it gets."""
