"""Tables of the final accounts, filled from a dossier as the rulebook of its place lays them out."""
