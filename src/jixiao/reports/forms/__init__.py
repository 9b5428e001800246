"""Form layouts of a rulebook, filled in with facts: rows of cells become tables of a Document."""
