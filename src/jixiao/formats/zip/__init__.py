"""Zip archives that hold reports; an archive within an archive is not opened."""
