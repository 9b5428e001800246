"""A dossier to the workbook that people fill in."""
