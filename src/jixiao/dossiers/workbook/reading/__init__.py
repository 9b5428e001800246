"""The workbook to a dossier, or to all that is wrong with it."""
