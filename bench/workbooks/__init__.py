"""Workbooks of formats that nothing here writes, made by hand from an xlsx: for tests and mangling."""
