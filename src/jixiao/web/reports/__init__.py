"""Reports in place: shown, with what keeps them here beside, and frozen when a form is final."""
