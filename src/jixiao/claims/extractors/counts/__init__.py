"""How many things are told against those that are named, listed or told again."""
