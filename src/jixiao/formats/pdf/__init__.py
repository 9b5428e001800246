"""PDF, written only: the Word file as LibreOffice prints it."""
