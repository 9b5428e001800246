"""Binary workbooks of Excel since 2007 (xlsb)."""
