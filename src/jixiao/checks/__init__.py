"""Checks: one file per rule, which turns failing claims and observations into findings."""
