"""Work appraisal of departments: proposed from what the site knows, decided by people."""
