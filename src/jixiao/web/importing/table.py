"""What a workbook to import asks for: its columns, with headings and words to choose from."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override

Words: TypeAlias = str | Promise


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the program, its heading, what to know about it.

    ``choices`` are the words that it takes, by what they mean; ``offered`` words that are only proposed.
    """

    name: str
    heading: Words
    help: Words = ""
    required: bool = False
    choices: Mapping[str, Words] = field(default_factory=dict)
    offered: tuple[str, ...] = ()

    def chosen(self, text: str) -> str | None:
        """What the words mean, in whichever language; None for others."""
        return next((key for key, words in self.choices.items() if plain(text) in spoken(words)), None)


@dataclass(frozen=True, slots=True, eq=False)  # each is itself, so that lines can be kept by table
class Table:
    """A sheet with its columns."""

    title: Words
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The one of that name."""
        return next(one for one in self.columns if one.name == name)


def spoken(words: Words) -> set[str]:
    """The words in every language of the site, as `plain` writes them."""
    found = set()
    for language, _ in settings.LANGUAGES:
        with override(language):
            found.add(plain(str(words)))
    return found


def plain(text: str) -> str:
    """Without spaces and marks of required columns; full-width signs as the narrow ones."""
    return "".join(unicodedata.normalize("NFKC", text).replace("*", "").split()).casefold()


LONGEST: Final = 1_000
"""Characters of a cell that are read; no column takes as many, so that more is told as too long."""
MOST_LINES: Final = 2_000
"""Lines of a table in one file: what a page can show and one person look through."""
