"""Work that a page does not wait for, and the process that does it."""
