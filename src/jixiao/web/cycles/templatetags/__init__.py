"""Tags of the year."""
