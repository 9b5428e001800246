"""A grammar of budget and performance reports: consistent facts, varied phrasing, seeded errors, truth."""
