"""Workbooks of Excel and WPS (xlsx, xlsm): each sheet as titles, tables and notes, as Excel shows it."""
