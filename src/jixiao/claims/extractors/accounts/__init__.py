"""What accounts and budgets tell by the names that they have for it: totals, sources, items, the whole."""
