"""How the county stands: who is late, what was spent and reached, from the county down to an indicator."""
