"""Word documents (Office Open XML): our own reader, comments put into the user's own file, a plain writer."""
