"""The cross-checks of a package: each module has RULES."""
