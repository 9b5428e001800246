"""What must fit together within one rulebook file: each module is one check, found by walking the folder."""
