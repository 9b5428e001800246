"""What an item of the functional classification was spent on: ``purpose_of(line)``."""

from typing import TYPE_CHECKING

from jinja2 import pass_context
from jinja2.runtime import Context

from jixiao.core.classification import FunctionalCode
from jixiao.reports.accounts.place import codes_of
from jixiao.reports.printing import Printer
from jixiao.reports.views import Words, field, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``purpose_of``: in the unit's words (the ``note``), else as the place's list has it, else nothing."""

    @pass_context
    def purpose_of(context: Context, line: object) -> object:
        note = field(line, "note")
        if isinstance(note, Words):
            return Words(note.text.strip().rstrip("。；，").removeprefix("用于"), note.path, printer)
        known = codes_of(context).row(FunctionalCode.read(plain(field(line, "code"))))
        return known.means if known is not None else ""

    return {"purpose_of": purpose_of}
