"""The unit's own paragraphs, and discrepancies that it states."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.printing import Printer
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_OWN_NUMBER: Final = re.compile(r"[一二三四五六七八九十]+[是、]|[（(]?[一二三四五六七八九十0-9]+[）).．、]")


def functions(_printer: Printer) -> "Callables":
    """``lines``: words over several lines, line by line; ``paragraphs``: each a paragraph; ``declared``."""

    def declared(discrepancies: Iterable[Any], *steps: object) -> list[Any]:
        """The stated discrepancies of the fact that these steps lead to, or of what is below it."""
        path = ".".join(step.text if isinstance(step, Words) else str(step) for step in steps)
        return [one for one in discrepancies if f"{one.fact.text}.".startswith(f"{path}.")]

    def lines(words: object) -> list[object]:
        if not isinstance(words, Words):
            return [words]
        own = (line.strip() for line in words.text.splitlines())
        return [Words(line, words.path, words._printer) for line in own if line]  # noqa: SLF001  # parts of the same words

    def paragraphs(words: object) -> str:
        return "\n\n" + "\n\n".join(str(line) for line in lines(words)) + "\n\n"

    def numbered(words: object) -> str:
        """As ``paragraphs``, but several lines without numbers of their own get 1. 2. 3."""
        own = lines(words)
        if len(own) < 2 or any(isinstance(line, Words) and _OWN_NUMBER.match(line.text) for line in own):
            return paragraphs(words)
        return "\n\n" + "\n".join(f"{place}. {line}" for place, line in enumerate(own, start=1)) + "\n\n"

    return {"lines": lines, "paragraphs": paragraphs, "numbered": numbered, "declared": declared}
