"""Saving a row whose unique values somebody else may take between the check and the write."""

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from jixiao.web.actions import Refused

_UNIQUE = "23505"  # SQLSTATE: unique_violation


def save_unique(row: models.Model) -> None:
    """Save a row that was checked by `full_clean`, inside a transaction.

    What is taken in the moment before the write is told at its field, as `full_clean` would have told it a
    moment later; the transaction stays usable.

    Raises:
        ValidationError: another row has the same unique values.
    """
    try:
        with transaction.atomic():  # a savepoint: the failed statement undoes nothing else
            row.save()
    except IntegrityError as error:
        if not _is_unique(error):
            raise
        row.validate_unique()  # the other row is committed by now, so that this sees it
        row.validate_constraints()
        raise Refused(_("他人刚才保存了相同的内容，请刷新后核对，再保存。")) from error


def _is_unique(error: IntegrityError) -> bool:
    """Whether a unique constraint was hurt, not another; on SQLite writers queue, so it never is."""
    return getattr(error.__cause__, "sqlstate", None) == _UNIQUE
