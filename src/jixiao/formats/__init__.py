"""File formats: one folder each, with the verbs recognise, read, write and annotate as far as the format has them."""
