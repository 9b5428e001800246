"""Dossiers from and to files: TOML and the Excel workbook."""
