"""The three publics (三公经费) by their definition, in tables and in words."""
