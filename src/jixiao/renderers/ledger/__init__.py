"""The ledger of a report as text and JSON."""
