"""What every format can do on this machine, as its own folder tells."""

from dataclasses import dataclass

from jixiao.formats import discovery

Bilingual = tuple[str, str]
"""Chinese and English."""


@dataclass(frozen=True, slots=True)
class Description:
    """One format.

    ``abilities`` are ``read``, ``unpack``, ``annotate``, ``picture`` and ``write``; ``missing`` says
    what this machine lacks and how to get it, None where it lacks nothing.
    """

    name: str
    title: Bilingual
    extensions: tuple[str, ...]
    reads: Bilingual
    abilities: frozenset[str]
    missing: Bilingual | None = None


def descriptions() -> tuple[Description, ...]:
    """All formats, those that are read first, each group by name."""
    readable = discovery.formats()
    found = [
        Description(
            name,
            module.TITLE,
            tuple(module.EXTENSIONS),
            module.READS,
            discovery.abilities(name),
            module.missing() if hasattr(module, "missing") else None,
        )
        for name, module in sorted(readable.items())
    ]
    found += [
        Description(name, (name, name), (f".{name}",), ("", ""), discovery.abilities(name))
        for name in discovery.writable()
        if name not in readable
    ]
    return tuple(found)
