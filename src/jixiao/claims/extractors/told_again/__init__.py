"""One fact told in several places."""
