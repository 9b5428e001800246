"""The tree of bodies: jurisdiction, finance bureau, departments, units."""
