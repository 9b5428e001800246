"""Rules of places as reviewed data: one folder per place, and the strict loader."""
