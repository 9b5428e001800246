"""Rows from a workbook: an empty one out, a filled one in, previewed row by row, taken over whole."""
