"""Every address of the site, found by walking the resolver."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.urls import URLResolver, get_resolver, reverse

NUMBER: Final = "[0-9]+"
# Words for arguments that are not numbers of rows, by the pattern that they must match; else its first alternative.
_WORDS: Final = {"[^/]+": "x", "[-a-zA-Z0-9_]+": "x", ".+": "x"}


@dataclass(frozen=True, slots=True)
class Address:
    """One pattern: its full name, its view, and the patterns of its arguments."""

    name: str
    view: Callable[..., Any]
    arguments: tuple[tuple[str, str], ...]

    def at(self, number: int) -> str:
        """The address with this number for every row."""
        values = {name: number if regex == NUMBER else _word(regex) for name, regex in self.arguments}
        return reverse(self.name, kwargs=values)

    @property
    def names_a_row(self) -> bool:
        """Whether a number stands in it."""
        return any(regex == NUMBER for _, regex in self.arguments)


def own() -> list[Address]:
    """Those of our applications."""
    return [one for one in _walk(get_resolver(), "") if one.view.__module__.startswith("jixiao.")]


def _word(regex: str) -> str:
    return _WORDS.get(regex) or regex.split("|", maxsplit=1)[0]


def _walk(resolver: URLResolver, prefix: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
        elif pattern.name:
            arguments = {name: str(one.regex) for name, one in pattern.pattern.converters.items()}
            yield Address(prefix + pattern.name, pattern.callback, tuple(arguments.items()))
