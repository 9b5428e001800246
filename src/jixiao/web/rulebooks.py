"""The rulebooks of the site: each is read once in a process; one that changed is seen at the next start."""

from functools import cache
from typing import TYPE_CHECKING

from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.loading import load

if TYPE_CHECKING:
    from jixiao.rulebooks.resolving import Rulebook, Rules


@cache
def rulebook(key: str) -> "Rulebook":
    """The rulebook with its parents; one that cannot be used is read again when it is next asked for.

    Raises:
        RulebookError: there is none of this key, or it has faults.
    """
    return load(key)


@cache
def rules_of(key: str, year: int) -> "Rules":
    """The rules in force in a fiscal year.

    Raises:
        RulebookError: as `rulebook`, or it has no rules for the year.
    """
    return rulebook(key).rules(year)


def usable_rules_of(key: str, year: int) -> "Rules | None":
    """The same; None where the rulebook cannot be used, for what is only a help."""
    try:
        return rules_of(key, year)
    except RulebookError:
        return None
