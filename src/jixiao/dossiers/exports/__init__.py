"""Final-accounts tables that a unit already has, turned into facts of its dossier."""
