"""The API for other programs of a bureau or department, version 1."""
