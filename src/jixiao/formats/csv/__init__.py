"""Tables as text: values with a sign between them (csv, tsv)."""
