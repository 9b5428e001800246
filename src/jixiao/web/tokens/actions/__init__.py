"""One write a file."""
