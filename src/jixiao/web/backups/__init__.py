"""A copy of an installation in one file, taken while the site runs, and the way back."""
