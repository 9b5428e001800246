"""How often somebody may log in, hand in, take away and ask the API; how large a request may be."""
