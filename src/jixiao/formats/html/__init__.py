"""Web pages: disclosure pages of government sites, Word files saved as pages, tables named xls."""
