"""The rules of the place, as templates carry them along."""

from typing import Final

from jinja2.runtime import Context

from jixiao.reports.traced import Unfit
from jixiao.rulebooks.accounts import Classification, classification
from jixiao.rulebooks.resolving import Rules

RULES: Final = "_rules"
"""The name under which a report gives its templates the rules of its place."""


def rules_of(context: Context) -> Rules:
    """The rules that the report gave.

    Raises:
        Unfit: it gave none.
    """
    rules = context.get(RULES)
    if not isinstance(rules, Rules):
        raise Unfit("这里没有规则库，不能用决算表")
    return rules


def codes_of(context: Context) -> Classification:
    """The classification of the place and year."""
    rules = rules_of(context)
    return classification(rules.folders, rules.year)
