"""Workbooks of Excel before 2007 and of WPS (xls, xlt, et)."""
