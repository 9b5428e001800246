"""Totals from their parts, changes and balances from their amounts."""
