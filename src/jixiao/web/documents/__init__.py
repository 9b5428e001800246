"""Documents that people hand in, checked, with the verdicts on what was found."""
