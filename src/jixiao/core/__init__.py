"""The nouns of the product and their arithmetic; nothing here reads or writes anything."""
