"""Which amounts are the parts of which total, and what proves that a list is complete."""
