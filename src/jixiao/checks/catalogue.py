"""What a check is, and how the checks are found: every module of this package named ``jx…``."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from jixiao.core.document import Document
from jixiao.core.finding import Finding, Severity
from jixiao.core.solution import Solution
from jixiao.formats.txt.read import read_text


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a check gives its findings: code, kind, titles."""

    code: str
    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: what it finds, why it matters, on what basis, with a failing and a passing text.

    ``kinds`` are the kinds of claims or observations that it consumes; ``basis`` is the legal or logical
    ground; the texts are complete small documents that run as tests; ``read`` makes a Document of one where
    it is not plain text. Where ``several``, an example is a set of documents (see ``several``).
    """

    names: Names
    severity: Severity
    kinds: tuple[str, ...]
    explanation: str
    explanation_en: str
    basis: str
    failing: str
    passing: str
    find: Callable[[Solution], Iterator[Finding]]
    slug: str = ""
    read: Callable[[str], Document] = read_text
    several: bool = False

    @property
    def code(self) -> str:
        """JX and three digits; never used again for another rule."""
        return self.names.code

    @property
    def title(self) -> str:
        """What is wrong, in Chinese."""
        return self.names.title

    @property
    def title_en(self) -> str:
        """What is wrong, in English."""
        return self.names.title_en

    @property
    def family(self) -> int:
        """1 arithmetic, 2 same fact, 3 text, 4 final accounts, 5 performance, 6 sets, 9 the program."""
        return int(self.code[2])


@cache
def load() -> tuple[Check, ...]:
    """All checks by code."""
    package = import_module("jixiao.checks")
    found = [
        import_module(f"jixiao.checks.{info.name}").CHECK
        for info in pkgutil.iter_modules(package.__path__)
        if info.name.startswith("jx")
    ]
    return tuple(sorted(found, key=lambda check: check.code))
