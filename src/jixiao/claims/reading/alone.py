"""Numbers without a partner: told once, of a kind that nothing in the document adds up, divides or repeats."""

from collections import Counter

from jixiao.claims.reading.document import Reading


def alone(reading: Reading) -> frozenset[int]:
    """Counts of things, percentages that no amounts stand beside, and approximate figures that no other place repeats."""
    seen = Counter((token.number, token.unit.name) for token in reading.tokens)
    single = set()
    for token in reading.tokens:
        if seen[token.number, token.unit.name] > 1:
            continue
        if token.approximate or token.unit.kind == "count" or token.role == "level":
            single.add(token.index)
    return frozenset(single)
