"""A file for each kind of statement, found by walking this folder: each proposes, none decides."""
