"""Writes are actions: permission, transaction, perform, audit. Pages, API and commands share them.

An action is one file: a frozen dataclass that says who may (``permission``, asked for the body of
``place()``), what it is called in the log (``verb``) and what it does (``perform``). A few may be carried out
at the console of the server as well (``at_console``), where nobody is asked: whoever is there owns the data.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from rules import Predicate

from jixiao.web.audit.writing import CONSOLE, record

if TYPE_CHECKING:
    from jixiao.web.organisations.models import Organisation
    from jixiao.web.people.models import User

Result = TypeVar("Result")


class Refused(ValidationError):  # noqa: N818  # a sentence for the user, no error of the program
    """The action cannot be done as asked, with a sentence for the user, by field where one is to blame."""


class Changed(Refused):
    """Somebody else changed the thing meanwhile.

    ``current`` is what it is now, so that the page can show both and lose neither.
    """

    def __init__(self, message: str, current: Any) -> None:
        super().__init__(message, code="changed")
        self.current = current


Row = TypeVar("Row", bound=models.Model)


def why_refused(check: Callable[[Row], object], row: Row) -> str:
    """What the check of an action refuses about the row; empty where nothing stands against it."""
    try:
        check(row)
    except Refused as refused:
        return " ".join(refused.messages)
    return ""


def unchanged(row: Row, revision: int) -> Row:
    """The stored row, locked, if its ``revision`` is the one that the form showed; ``row`` gets the next.

    Raises:
        Changed: somebody saved it meanwhile.
    """
    stored = type(row).objects.select_for_update().get(pk=row.pk)
    if stored.revision != revision:
        raise Changed(_("您打开之后他人已经保存过，请看下面标出的不同，核对后再保存。"), stored)
    row.revision = revision + 1
    return stored


class Action(ABC, Generic[Result]):
    """A write, with its inputs as fields."""

    permission: ClassVar[Predicate]
    verb: ClassVar[str]
    at_console: ClassVar[bool] = False

    @abstractmethod
    def place(self) -> "Organisation | None":
        """The body whose subtree decides who may; None: the role may be held anywhere."""

    @abstractmethod
    def perform(self, actor: "User") -> Result:
        """Do it, inside a transaction.

        Raises:
            Refused: it cannot be done as asked.
        """

    def told(self, result: Result) -> dict[str, Any]:
        """What the audit log keeps beside who, when and what: no secrets, no personal data."""
        del result
        return {}

    def subject(self, result: Result) -> models.Model | None:
        """The row that was written."""
        return result if isinstance(result, models.Model) else None


def carry_out(action: Action[Result], actor: "User") -> Result:
    """Ask for permission, perform in a transaction, record; all of it or nothing. Commands act as `CONSOLE`.

    Raises:
        PermissionDenied: the actor may not; that is recorded as well.
        Refused: it cannot be done as asked.
    """
    place = action.place()
    may = action.at_console if actor is CONSOLE else action.permission.test(actor, place)
    if not may:
        record(actor, action.verb, place=place, outcome="denied")
        raise PermissionDenied
    try:
        with transaction.atomic():
            result = action.perform(actor)
            record(
                actor, action.verb, place=place, subject=action.subject(result), details=action.told(result)
            )
    except PermissionDenied:  # what only the locked row could tell, such as whose turn it is
        record(actor, action.verb, place=place, outcome="denied")
        raise
    return result
