"""The net under what a worker does for a row: a defect of the program is logged, and told on its page.

django-tasks itself catches whatever a task raises, keeps the task as failed and goes on with the next, but
the row that the task was for would wait for ever, or show what it showed before.
"""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

_LOG: Final = logging.getLogger(__name__)


class Failed(Exception):  # noqa: N818  # what a task raises when all is told
    """The task failed of a defect; user and log were told. Its sentence is the number of the defect."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault of the program: the class of what was raised, and the number that the log has it under."""

    number: str
    kind: str

    @property
    def words(self) -> list[str]:
        """What users are told, Chinese and English; not what was raised says, which may quote anything."""
        chinese = (
            f"程序出错（{self.kind}，编号 {self.number}），没有留下半成品。"
            "请重试；再次出错时，请把编号告诉系统管理员，日志中有详细记录。"
        )
        english = (
            f"The program failed ({self.kind}, number {self.number}) and left nothing half done. Try again; "
            "if it fails again, tell the administrator this number: the log has the details under it."
        )
        return [chinese, english]


@contextmanager
def net(what: str, row: int, tell: Callable[[Defect], None]) -> Iterator[None]:
    """Work for a row; ``what`` names it in the log. Faults that users can mend are for the block to catch.

    Where the block raises, ``tell`` takes back what stands of older results and keeps the words on the row.

    Raises:
        Failed: the block raised; django-tasks keeps the task as failed. The cause is only in the log, for
            what it says is not to be kept in the database.
    """
    try:
        yield
    except Exception as error:  # noqa: BLE001  # the one net, whatever it is; raised again as `Failed`
        defect = Defect(secrets.token_hex(4), type(error).__name__)
        _LOG.exception("%s of row %s failed, number %s", what, row, defect.number)
        tell(defect)
        raise Failed(defect.number) from None
