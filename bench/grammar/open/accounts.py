"""Open half."""

PHRASES: dict[str, tuple[str, ...]] = {}
