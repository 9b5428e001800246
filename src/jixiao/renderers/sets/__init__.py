"""Sets of documents: the findings between files, after those of each file."""
