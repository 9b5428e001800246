"""Tables: read, their columns understood, their rows added up."""
