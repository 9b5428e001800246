"""The unit's own paragraphs, and discrepancies that it states."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from jixiao.reports.printing import Printer
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``lines``: words over several lines, line by line; ``paragraphs``: each a paragraph; ``declared``."""

    def declared(discrepancies: Iterable[Any], path: str) -> list[Any]:
        """The stated discrepancies of the fact, or of what is below it."""
        return [one for one in discrepancies if f"{one.fact.text}.".startswith(f"{path}.")]

    def lines(words: object) -> list[object]:
        if not isinstance(words, Words):
            return [words]
        own = (line.strip() for line in words.text.splitlines())
        return [Words(line, words.path, words._printer) for line in own if line]  # noqa: SLF001  # parts of the same words

    def paragraphs(words: object) -> str:
        return "\n\n" + "\n\n".join(str(line) for line in lines(words)) + "\n\n"

    return {"lines": lines, "paragraphs": paragraphs, "declared": declared}
