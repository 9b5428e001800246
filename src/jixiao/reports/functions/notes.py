"""The unit's own paragraphs, and discrepancies that it states."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``paragraphs``: words over several lines, each line a paragraph; ``declared`` (see there)."""

    def declared(discrepancies: Iterable[Any], path: str) -> list[Any]:
        """The stated discrepancies of the fact, or of what is below it."""
        return [one for one in discrepancies if f"{one.fact.text}.".startswith(f"{path}.")]

    def paragraphs(words: object) -> str:
        if isinstance(words, Gap):
            return f"\n\n{words}\n\n"
        if not isinstance(words, Words):
            return f"\n\n{words}\n\n"
        lines = (line.strip() for line in words.text.splitlines())
        own = (Words(line, words.path, words._printer) for line in lines if line)  # noqa: SLF001  # parts of the same words
        return "\n\n" + "\n\n".join(str(line) for line in own) + "\n\n"

    return {"paragraphs": paragraphs, "declared": declared}
