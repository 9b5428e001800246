"""Sheets of cells as they are shown, whatever file they come from, and what a person sees on them."""
