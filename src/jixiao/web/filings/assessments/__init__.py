"""The forms that judge: their lines are data, with sources."""
