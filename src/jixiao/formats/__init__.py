"""File formats: one folder each, with the verbs recognise, read, write and annotate where it has them."""
