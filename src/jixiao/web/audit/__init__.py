"""The log of every write: append-only, each entry sealed with the hash of the one before."""
