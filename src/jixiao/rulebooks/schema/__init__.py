"""The shape of rulebooks: topics, rows, sources, cases."""
