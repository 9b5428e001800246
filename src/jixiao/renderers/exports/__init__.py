"""The review of an import of final-accounts tables, for people and for programs."""
