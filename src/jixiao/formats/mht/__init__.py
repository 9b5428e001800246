"""Web pages in one file (MHT), as Word and browsers save them, often under the name of doc."""
