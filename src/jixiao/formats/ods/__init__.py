"""OpenDocument spreadsheets (ods) of LibreOffice, WPS and Excel."""
