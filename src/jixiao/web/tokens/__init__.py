"""Personal tokens by which a program asks the API for a person."""
