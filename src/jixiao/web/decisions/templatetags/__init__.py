"""Parts of pages of other applications."""
