"""The open half of the phrasings: the extractors' authors may look at what fails here."""
