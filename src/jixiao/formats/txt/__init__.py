"""Plain text, as typed or as left over from a Word file or a PDF."""
